import type { DefinitionWalk, Place } from '../../model/definition-walk.js';
import { readProfilePath } from '../../model/profile-path.js';
import type { LintFinding, LintRule } from '../lint-rule.js';

/** Bindings that do not fit what they are bound to: the code stands where there is none. */
export const bindingLocation: LintRule = {
  code: 'binding-location',
  meaning: 'A value set is bound where no code can stand, or several to a simple value.',
  *check({ profile, walk }) {
    for (const { on, rule } of profile.rules.bindings) {
      const path = readProfilePath(rule.target);
      const walks = path === undefined ? [] : walk.starts(on).map((start) => walk.walk(start, path));
      const targets = walks.flatMap((found) => (found.kind === 'reached' ? found.places : []));
      const bound = `${rule.sets.join(', ')} on ${on.value} ${rule.target}`;
      const wrong = targets.map((target) =>
        wrongWith(
          walk,
          target,
          rule.locations.map(({ code }) => code),
          rule.sets.length,
        ),
      );
      const [first] = wrong;
      if (first === undefined || wrong.some((one) => one === undefined)) continue;
      const found: LintFinding = {
        place: rule.place,
        message: `${bound}: ${first}`,
        remedy: 'bind it to the component that holds the code',
      };
      yield found;
    }
  },
};

function wrongWith(
  walk: DefinitionWalk,
  target: Place,
  locations: readonly string[],
  sets: number,
): string | undefined {
  const isSimple =
    target.kind === 'part' && target.datatype?.components.length === 0 && target.datatype.varies !== true;
  if (isSimple && sets > 1) return 'a simple value has one value set at most';
  for (const location of locations) {
    const path = readProfilePath(location);
    const found = path === undefined ? undefined : walk.walk(target, path);
    if (found === undefined || found.kind === 'missing' || found.kind === 'below-simple') {
      return `there is nothing at ${location}`;
    }
    const [place] = found.kind === 'reached' ? found.places : [];
    if (place?.kind === 'part' && (place.datatype?.components.length ?? 0) > 0)
      return `at ${location} stand components, not a code`;
  }
  return undefined;
}
