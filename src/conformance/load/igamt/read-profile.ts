import type { Profile } from '../../model/profile.js';
import type { Attached } from '../../model/rule.js';
import type { DatatypeDefinition } from '../../model/structure.js';
import type { ValueSetBinding } from '../../model/value-set.js';
import { attribute, given, oneOfIfKnown, optional } from '../xml/attributes.js';
import { childrenNamed, firstChild, warnOfOthers } from '../xml/children.js';
import type { Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { legacyBinding } from './legacy-binding.js';
import { readDatatypes } from './read-datatypes.js';
import { readMessages } from './read-messages.js';
import { readSegments } from './read-segments.js';

type Structure = Pick<Profile, 'messages' | 'segments' | 'datatypes'>;
type Heading = Omit<Profile, keyof Structure | 'valueSets' | 'rules' | 'coConstraints' | 'slicings' | 'acknowledgment'>;

export interface ProfileParts {
  readonly heading: Heading;
  readonly structure: Structure;
  /** Bindings that old-style profiles state in fields and components. */
  readonly legacyBindings: readonly Attached<ValueSetBinding>[];
}

/** `<ConformanceProfile>`. */
export function readProfileParts(reading: Reading, root: XmlElement, source: string): ProfileParts {
  warnOfOthers(reading, root, 'MetaData', 'Encodings', 'Messages', 'Segments', 'Datatypes');
  const datatypes = readDatatypes(reading, root);
  const segments = readSegments(reading, root, datatypes);
  const structure = { messages: readMessages(reading, root), segments, datatypes };
  return {
    heading: readHeading(reading, root, source, structure),
    structure,
    legacyBindings: readLegacyBindings(reading, root, datatypes),
  };
}

function readHeading(reading: Reading, root: XmlElement, source: string, structure: Structure): Heading {
  const metadata = firstChild(root, 'MetaData') ?? root;
  const id = optional(root, 'ID') ?? source;
  return {
    id,
    name: optional(metadata, 'Name') ?? id,
    source,
    form: 'igamt',
    type: oneOfIfKnown(reading, root, 'Type', ['HL7', 'Constrainable', 'Implementation'] as const) ?? 'Constrainable',
    // '' where nothing is said. The versions of the segments do not say it: a profile may allow several in MSH-12.
    hl7Version: attribute(root, 'HL7Version'),
    ...given(metadata, 'Version', 'version'),
    ...given(metadata, 'Date', 'date'),
    ...given(metadata, 'OrgName', 'organization'),
    ...given(metadata, 'SpecificationName', 'description'),
    identifiers: [...new Set(structure.messages.flatMap(({ identifier }) => identifier ?? []))],
  };
}

function readLegacyBindings(
  reading: Reading,
  root: XmlElement,
  datatypes: ReadonlyMap<string, DatatypeDefinition>,
): readonly Attached<ValueSetBinding>[] {
  const datatypeElements = childrenNamed(firstChild(root, 'Datatypes'), 'Datatype');
  const segmentElements = childrenNamed(firstChild(root, 'Segments'), 'Segment');
  return [
    ...datatypeElements.flatMap((element) => bindingsOf(reading, element, 'datatype', datatypes)),
    ...segmentElements.flatMap((element) => bindingsOf(reading, element, 'segment', datatypes)),
  ];
}

function bindingsOf(
  reading: Reading,
  definition: XmlElement,
  kind: 'datatype' | 'segment',
  datatypes: ReadonlyMap<string, DatatypeDefinition>,
): readonly Attached<ValueSetBinding>[] {
  const on = { kind, by: 'id', value: attribute(definition, 'ID') } as const;
  return childrenNamed(definition, kind === 'segment' ? 'Field' : 'Component').flatMap((element, i) => {
    const datatype = datatypes.get(attribute(element, 'Datatype'));
    return legacyBinding(reading, element, on, i + 1, datatype?.name ?? '') ?? [];
  });
}
