import { elementOf } from '../../model/definition-walk.js';
import { readProfilePath } from '../../model/profile-path.js';
import type { LintRule } from '../lint-rule.js';

/** Conditions that change nothing, or say something else than the element they decide on. */
export const idleCondition: LintRule = {
  code: 'idle-condition',
  meaning: 'A condition gives the same usage either way, or another one than its element states.',
  *check({ profile, walk }) {
    for (const { on, rule } of profile.rules.predicates) {
      const { whenTrue, whenFalse, target, place } = rule;
      const said = `C(${whenTrue}/${whenFalse})`;
      if (whenTrue === whenFalse) {
        const message = `the condition on ${on.value} ${target} gives ${whenTrue} either way`;
        yield { place, message, remedy: `make the usage ${whenTrue}, or mend the outcomes` };
      }
      const path = readProfilePath(target);
      for (const start of path === undefined ? [] : walk.starts(on)) {
        const found = walk.walk(start, path ?? []);
        const outcome = found.kind === 'reached' && found.places[0] ? elementOf(found.places[0])?.outcome : undefined;
        if (outcome === undefined || (outcome.whenTrue === whenTrue && outcome.whenFalse === whenFalse)) continue;
        const stated = `C(${outcome.whenTrue}/${outcome.whenFalse})`;
        yield {
          place,
          message: `the condition on ${on.value} ${target} says ${said}, the element ${stated}`,
          remedy: 'make them the same',
        };
      }
    }
  },
};
