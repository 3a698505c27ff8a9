import type { Profile } from '../../model/profile.js';
import { writtenOrderIndifferent, writtenRules } from './written-rules.js';
import { writtenDatatype, writtenMessage, writtenSegment } from './written-structure.js';
import { writtenCoConstraints, writtenLibrary, writtenSlicing } from './written-tables.js';
import { type Written, yamlText } from './written-yaml.js';

/**
 * A profile of any form in Pipehat's YAML, whole: it extends nothing and needs no other file. Loading the text gives the same
 * profile; only the places of its parts are others.
 */
export function writeYaml(profile: Profile): string {
  const { valueSets, rules, coConstraints, slicings, acknowledgment } = profile;
  const hasSets = valueSets.sets.size + valueSets.excluded.size > 0;
  const sections = {
    profile: header(profile),
    acknowledgment: acknowledgment && { ...acknowledgment },
    messages: profile.messages.map(writtenMessage),
    segments: byId(profile.segments, writtenSegment),
    datatypes: byId(profile.datatypes, writtenDatatype),
    rules: some(writtenRules(profile)),
    orderIndifferent: some(rules.orderIndifferent.map(writtenOrderIndifferent)),
    slicings: some(slicings.map(writtenSlicing)),
    coConstraints: some(coConstraints.map(writtenCoConstraints)),
    valueSets: hasSets ? writtenLibrary(valueSets) : undefined,
  };
  return yamlText(sections, `${profile.name}: written out in full by "pipehat profile convert"`);
}

function header(profile: Profile): Written {
  const { id, name, version, date, organization, description, type, hl7Version, identifiers } = profile;
  return {
    id,
    name,
    version,
    date,
    organization,
    description,
    type: type === 'Implementation' ? undefined : type,
    hl7: hl7Version,
    extends: 'nothing',
    identifiers: identifiers.length === 0 ? undefined : identifiers,
  };
}

function byId<Definition>(
  definitions: ReadonlyMap<string, Definition>,
  write: (definition: Definition) => Written,
): Written {
  return Object.fromEntries([...definitions].map(([id, definition]) => [id, write(definition)]));
}

function some(list: readonly Written[]): Written | undefined {
  return list.length === 0 ? undefined : list;
}
