import type { Profile } from '../../model/profile.js';
import type { SourcePlace } from '../../model/source-place.js';
import type { LintFinding, LintRule } from '../lint-rule.js';
import { nodesOf, partsOf } from '../parts.js';

/** Ids of segments, data types, groups and messages that nothing has. */
export const danglingReference: LintRule = {
  code: 'dangling-reference',
  meaning: 'A segment, data type, group or message is named that is not defined.',
  *check({ profile }) {
    yield* structureReferences(profile);
    yield* rulesForNothing(profile);
    yield* otherReferences(profile);
  },
};

function* structureReferences(profile: Profile): Iterable<LintFinding> {
  for (const { node } of nodesOf(profile)) {
    if (node.kind === 'segment' && !profile.segments.has(node.ref)) yield missing('segment', node.ref, node.place);
  }
  for (const { element } of partsOf(profile)) {
    if (!profile.datatypes.has(element.datatype)) yield missing('data type', element.datatype, element.place);
  }
  for (const { mappings, place } of profile.segments.values()) {
    for (const { datatype } of mappings.flatMap(({ cases }) => cases)) {
      if (!profile.datatypes.has(datatype)) yield missing('data type', datatype, place);
    }
  }
}

/** Each definition that rules name and nobody has, once. */
function* rulesForNothing(profile: Profile): Iterable<LintFinding> {
  const names = knownNames(profile);
  const told = new Set<string>();
  const { statements, predicates, keyed, bindings, singleCodes } = profile.rules;
  for (const { on, rule } of [...statements, ...predicates, ...keyed, ...bindings, ...singleCodes]) {
    const key = `${on.kind} ${on.by} ${on.value}`;
    if (names.has(key) || told.has(key)) continue;
    told.add(key);
    const what = on.by === 'id' ? `the id ${on.value}` : `the name ${on.value}`;
    yield {
      place: rule.place,
      message: `there are rules for the ${on.kind} of ${what}, and no such ${on.kind}: they are never looked at`,
      remedy: 'attach them to a definition of the profile, or take them out',
    };
  }
}

function knownNames({ messages, segments, datatypes }: Profile): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (kind: string, id: string, name: string): void => {
    names.add(`${kind} id ${id}`).add(`${kind} name ${name}`);
  };
  for (const { id, name } of segments.values()) add('segment', id, name);
  for (const { id, name } of datatypes.values()) add('datatype', id, name);
  for (const { id, structure } of messages) {
    add('message', id, structure);
    // The message is a group too.
    add('group', id, structure);
  }
  for (const { node } of nodesOf({ messages } as Profile)) if (node.kind === 'group') add('group', node.id, node.name);
  return names;
}

function* otherReferences({ messages, segments, datatypes, slicings, coConstraints }: Profile): Iterable<LintFinding> {
  const ids = new Set(messages.map(({ id }) => id));
  for (const { kind, message, context, slicings: all, place } of slicings) {
    const known = kind === 'segments' ? segments : datatypes;
    for (const { ref } of all.flatMap(({ slices }) => [...slices])) {
      if (!known.has(ref)) yield missing(kind === 'segments' ? 'segment' : 'data type', ref, place);
    }
    if (message !== undefined && !ids.has(message)) yield missing('message', message, place);
    if (kind === 'fields' && !segments.has(context)) yield missing('segment', context, place);
  }
  for (const { message, place } of coConstraints) if (!ids.has(message)) yield missing('message', message, place);
}

function missing(kind: string, id: string, place: SourcePlace | undefined): LintFinding {
  return { place, message: `there is no ${kind} ${id}`, remedy: `define it, or name a ${kind} that the profile has` };
}
