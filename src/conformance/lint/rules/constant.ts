import type { Profile } from '../../model/profile.js';
import { readProfilePath } from '../../model/profile-path.js';
import type { LintFinding, LintRule } from '../lint-rule.js';
import { type Part, partsOf } from '../parts.js';

/** Constants that the element's own length or value set does not allow. */
export const constant: LintRule = {
  code: 'impossible-constant',
  meaning: 'A constant is too long, or not in the value set that is bound.',
  *check({ profile }) {
    for (const part of partsOf(profile)) {
      const { constant: value, minLength = 0, maxLength = Number.POSITIVE_INFINITY, place } = part.element;
      if (value === undefined) continue;
      if (value.length < minLength || value.length > maxLength) {
        const message = `the constant "${value}" of ${part.name} has ${value.length} characters`;
        yield { place, message, remedy: `its length is ${minLength}..${maxLength}: change one of them` };
      }
      yield* missingCode(profile, part, value);
    }
  },
};

function* missingCode(
  { rules, valueSets }: Profile,
  { on, element, name }: Part,
  value: string,
): Iterable<LintFinding> {
  for (const { on: attached, rule } of rules.bindings) {
    const isOf =
      attached.kind === on.kind && attached.value === (attached.by === 'id' ? on.definition.id : on.definition.name);
    const path = isOf && rule.strength === 'R' ? readProfilePath(rule.target) : undefined;
    if (path?.length !== 1 || path[0]?.position !== element.position) continue;
    const sets = rule.sets.flatMap((id) => valueSets.sets.get(id) ?? []);
    const isThere = sets.some(({ codes }) => codes.some((code) => code.value === value || code.pattern !== undefined));
    if (sets.length < rule.sets.length || isThere) continue;
    const message = `the constant "${value}" of ${name} is not in ${rule.sets.join(', ')}`;
    yield { place: element.place ?? rule.place, message, remedy: 'add it to the value set, or change the constant' };
  }
}
