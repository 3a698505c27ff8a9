import type { Profile } from '../../model/profile.js';
import type { LintRule } from '../lint-rule.js';
import { nodesOf } from '../parts.js';

/** Definitions that an author wrote and that nothing uses; what a tool exports or the standard brings is not meant. */
export const unusedDefinition: LintRule = {
  code: 'unused-definition',
  meaning: 'A segment or data type of a YAML profile is defined and never used.',
  *check({ profile }) {
    if (profile.form !== 'yaml') return;
    const used = usedIds(profile);
    for (const { id, place } of [...profile.segments.values(), ...profile.datatypes.values()]) {
      if (place?.file !== profile.source || used.has(id)) continue;
      const remedy = 'use it: segment: or datatype: of an element, mapping: or slices:; or take it out';
      yield { place, message: `${id} is defined and never used`, remedy };
    }
  },
};

function usedIds(profile: Profile): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { node } of nodesOf(profile)) if (node.kind === 'segment') used.add(node.ref);
  for (const { fields, mappings } of profile.segments.values()) {
    for (const { datatype } of fields) used.add(datatype);
    for (const { datatype } of mappings.flatMap(({ cases }) => cases)) used.add(datatype);
  }
  for (const { components } of profile.datatypes.values()) for (const { datatype } of components) used.add(datatype);
  for (const { slicings } of profile.slicings) {
    for (const { ref } of slicings.flatMap(({ slices }) => [...slices])) used.add(ref);
  }
  return used;
}
