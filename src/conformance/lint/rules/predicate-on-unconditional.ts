import { elementOf } from '../../model/definition-walk.js';
import { readProfilePath } from '../../model/profile-path.js';
import type { LintRule } from '../lint-rule.js';

/** Predicates decide what C means; for any other usage they have no effect, or contradict it. */
export const predicateOnUnconditional: LintRule = {
  code: 'predicate-on-unconditional',
  meaning: 'A condition belongs to an element whose usage is not C or CE.',
  *check({ profile, walk }) {
    for (const { on, rule } of profile.rules.predicates) {
      const path = readProfilePath(rule.target);
      const walks = path === undefined ? [] : walk.starts(on).map((start) => walk.walk(start, path));
      const elements = walks.flatMap((found) => (found.kind === 'reached' ? found.places.map(elementOf) : []));
      const others = elements.filter((element) => element !== undefined && !/^CE?$/.test(element.usage));
      const [other] = others;
      if (other === undefined || others.length < elements.length) continue;
      yield {
        place: rule.place ?? other.place,
        message: `a condition decides on ${on.value} ${rule.target}, whose usage is ${other.usage}`,
        remedy: `make the usage C(${rule.whenTrue}/${rule.whenFalse}), or take the condition out`,
      };
    }
  },
};
