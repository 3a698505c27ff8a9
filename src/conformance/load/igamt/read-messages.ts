import type { MessageDefinition, StructureNode } from '../../model/structure.js';
import type { Cardinality } from '../../model/usage.js';
import { attribute, given, optional, range, required } from '../xml/attributes.js';
import { childrenNamed, requiredChild, warnOfOthers } from '../xml/children.js';
import { doubt, placeOf, type Reading, refuse } from '../xml/reading.js';
import { readUsage } from '../xml/usage.js';
import type { XmlElement } from '../xml/xml-element.js';
import { addOnce } from './add-once.js';

/** `<Messages>`, in their order. */
export function readMessages(reading: Reading, root: XmlElement): readonly MessageDefinition[] {
  const messages = new Map<string, MessageDefinition>();
  const section = requiredChild(reading, root, 'Messages');
  if (section === undefined) return [];
  warnOfOthers(reading, section, 'Message');
  const elements = childrenNamed(section, 'Message');
  if (elements.length === 0) {
    refuse(reading, section, 'no-message', 'the profile defines no message', 'Put a <Message> into <Messages>.');
  }
  for (const element of elements) addOnce(reading, element, messages, readMessage(reading, element));
  return [...messages.values()];
}

function readMessage(reading: Reading, element: XmlElement): MessageDefinition {
  const id = required(reading, element, 'ID');
  return {
    id,
    type: attribute(element, 'Type'),
    event: attribute(element, 'Event'),
    structure: attribute(element, 'StructID'),
    ...given(element, 'Name', 'name'),
    ...given(element, 'Identifier', 'identifier'),
    description: attribute(element, 'Description'),
    children: readStructure(reading, element, id),
    place: placeOf(reading, element),
  };
}

/** Segments and groups in their order; `path` names the parent, for groups without an id. */
function readStructure(reading: Reading, parent: XmlElement, path: string): readonly StructureNode[] {
  return parent.children.flatMap((element, i) => readNode(reading, element, i + 1, path) ?? []);
}

function readNode(reading: Reading, element: XmlElement, position: number, path: string): StructureNode | undefined {
  if (element.name !== 'Segment' && element.name !== 'Group') {
    const message = `<${element.name}> cannot stand in the structure of a message`;
    refuse(reading, element, 'unknown-element', message, 'A message has <Segment Ref=...> and <Group>.');
    return undefined;
  }
  const base = {
    position,
    ...readUsage(reading, element),
    cardinality: readCardinality(reading, element),
    place: placeOf(reading, element),
  };
  if (element.name === 'Segment') return { kind: 'segment', ref: required(reading, element, 'Ref'), ...base };
  const name = required(reading, element, 'Name');
  const id = readGroupId(reading, element, `${path}.${name}`);
  return { kind: 'group', id, name, children: readStructure(reading, element, id), ...base };
}

function readGroupId(reading: Reading, element: XmlElement, substitute: string): string {
  const id = optional(element, 'ID');
  if (id !== undefined) return id;
  doubt(reading, element, 'missing-attribute', `<Group> has no ID; it is taken as ${substitute}`, 'Give it an ID.');
  return substitute;
}

/** Where nothing is said, any number. */
function readCardinality(reading: Reading, element: XmlElement): Cardinality {
  if (optional(element, 'Min') === undefined) {
    const message = `<${element.name}> has no Min: it may occur any number of times`;
    doubt(reading, element, 'missing-attribute', message, 'Give it Min and Max.');
  }
  return range(reading, element, 'Min', 'Max') ?? { min: 0, max: Number.POSITIVE_INFINITY };
}
