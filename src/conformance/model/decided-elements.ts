import { DefinitionWalk } from './definition-walk.js';
import type { Profile } from './profile.js';
import { readProfilePath } from './profile-path.js';
import type { Predicate } from './rule.js';
import type { ElementDefinition, StructureNode } from './structure.js';

/**
 * Fields, components, segments and groups of a profile whose usage a predicate decides, wherever that is attached: a condition
 * that looks at several segments belongs to the group that holds them. `counts`: predicates that matter.
 */
export function decidedElements(
  profile: Profile,
  counts: (rule: Predicate) => boolean = () => true,
  walk: DefinitionWalk = new DefinitionWalk(profile),
): ReadonlySet<ElementDefinition | StructureNode> {
  const decided = new Set<ElementDefinition | StructureNode>();
  for (const { on, rule } of profile.rules.predicates.filter((one) => counts(one.rule))) {
    const path = readProfilePath(rule.target);
    for (const start of path === undefined ? [] : walk.starts(on)) {
      const found = walk.walk(start, path ?? []);
      for (const place of found.kind === 'reached' ? found.places : []) {
        if (place.kind === 'part') decided.add(place.element);
        if (place.kind === 'group') decided.add(place.group);
        if (place.kind === 'segment' && place.node !== undefined) decided.add(place.node);
      }
    }
  }
  return decided;
}
