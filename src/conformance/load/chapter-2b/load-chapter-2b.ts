import { basename, extname } from 'node:path';
import type { Profile } from '../../model/profile.js';
import { NO_RULES } from '../../model/rule.js';
import type { MessageDefinition } from '../../model/structure.js';
import type { DefectList } from '../defect-list.js';
import { type GrowingLibrary, readValueSets } from '../igamt/read-value-sets.js';
import type { LoadedProfile } from '../loaded-profile.js';
import { attribute, given, optional } from '../xml/attributes.js';
import { childrenNamed, firstChild, warnOfOthers } from '../xml/children.js';
import { doubt, type Reading, refuse } from '../xml/reading.js';
import type { XmlDocument, XmlElement } from '../xml/xml-element.js';
import { DefinitionPool } from './definition-pool.js';
import { readDynamicDefinition } from './dynamic-definition.js';
import type { StaticReading } from './read-element.js';
import { readStaticDefinition } from './read-static-definition.js';
import { readTables } from './read-tables.js';
import { StandardTypes } from './standard-types.js';

/** A chapter 2.B profile; each static definition is a message. `tables` are table files and value set libraries beside it. */
export function loadChapter2b(
  document: XmlDocument,
  tables: readonly XmlDocument[],
  defects: DefectList,
): LoadedProfile {
  const { root } = document;
  const reading = { file: document.file, defects };
  const pool = new DefinitionPool();
  warnOfOthers(reading, root, 'MetaData', 'ImpNote', 'UseCase', 'Encodings', 'DynamicDef', ...STATIC);
  const messages = readMessages({ ...reading, pool }, root);
  const { segments, datatypes, statements, predicates, bindings } = pool;
  const profile: Profile = {
    ...readHeading(reading, root),
    messages,
    segments,
    datatypes,
    valueSets: readLibrary(tables, defects),
    rules: { ...NO_RULES, statements, predicates, bindings },
    coConstraints: [],
    slicings: [],
    ...readDynamicDefinition(reading, root),
  };
  return defects.conclude(profile);
}

const STATIC = ['HL7v2xStaticDef', 'HL7v2xStaticDefRef'] as const;

function readHeading(reading: Reading, root: XmlElement) {
  const metadata = firstChild(root, 'MetaData') ?? root;
  const id = optional(root, 'Identifier') ?? basename(reading.file, extname(reading.file));
  const staticIds = childrenNamed(root, 'HL7v2xStaticDef').flatMap((one) => optional(one, 'Identifier') ?? []);
  return {
    id,
    name: optional(metadata, 'Name') ?? id,
    source: reading.file,
    form: 'chapter-2b',
    type: readType(reading, root),
    hl7Version: readVersion(reading, root),
    ...given(metadata, 'Version', 'version'),
    ...given(metadata, 'OrgName', 'organization'),
    identifiers: [...new Set([optional(root, 'Identifier') ?? [], staticIds].flat())],
  } as const;
}

const TYPES = ['HL7', 'Constrainable', 'Implementation'] as const;

function readType(reading: Reading, root: XmlElement): (typeof TYPES)[number] {
  const text = attribute(root, 'ProfileType').trim();
  const type = TYPES.find((known) => known === text);
  if (type !== undefined) return type;
  doubt(
    reading,
    root,
    'ignored-value',
    `ProfileType="${text}" counts as Constrainable`,
    `Write one of ${TYPES.join(', ')}.`,
  );
  return 'Constrainable';
}

function readVersion(reading: Reading, root: XmlElement): string {
  const version = attribute(root, 'HL7Version').trim();
  if (version === '')
    doubt(reading, root, 'missing-attribute', 'the profile has no HL7Version', 'Write HL7Version="2.5.1".');
  return version;
}

function readMessages(reading: Reading & { pool: DefinitionPool }, root: XmlElement): readonly MessageDefinition[] {
  const types = new StandardTypes(attribute(root, 'HL7Version').trim());
  const shared: StaticReading = {
    ...reading,
    groupIds: new Set(),
    standardTypes: () => types.casesIn(reading.pool.datatypes),
  };
  const elements = childrenNamed(root, 'HL7v2xStaticDef');
  if (elements.length === 0) {
    refuse(reading, root, 'no-message', 'the profile defines no message', 'Put an <HL7v2xStaticDef> into it.');
  }
  for (const element of childrenNamed(root, 'HL7v2xStaticDefRef')) {
    doubt(
      reading,
      element,
      'unread-reference',
      'a reference to another definition is not followed',
      'Write it out here.',
    );
  }
  const ids = new Set<string>();
  return elements.map((element) => readStaticDefinition(shared, element, messageId(element, ids)));
}

/** The definition's own identifier, else `ADT_A40`; a number tells apart those that would be the same. */
function messageId(element: XmlElement, taken: Set<string>): string {
  const [type, event] = ['MsgType', 'EventType'].map((name) => attribute(element, name).trim());
  const name = optional(element, 'Identifier') ?? (event === '' ? `${type}` : `${type}_${event}`);
  let id = name;
  for (let count = 2; taken.has(id); count++) id = `${name}_${count}`;
  taken.add(id);
  return id;
}

function readLibrary(tables: readonly XmlDocument[], defects: DefectList): GrowingLibrary {
  const library: GrowingLibrary = { sets: new Map(), excluded: new Set() };
  for (const { file, root } of tables) {
    if (root.name === 'Specification') readTables({ file, defects }, root, library.sets);
    else readValueSets({ file, defects }, root, library);
  }
  return library;
}
