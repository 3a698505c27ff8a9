import type { MessageDefinition, StructureNode } from '../../model/structure.js';
import { attribute, given, required } from '../xml/attributes.js';
import { warnOfUnread } from '../xml/children.js';
import { placeOf } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { type Lineage, stepTo } from './lineage.js';
import { type PendingRule, rulesAbove, rulesHere } from './pending-rule.js';
import {
  ABOUT,
  readCardinality,
  readNotes,
  readUsageTolerantly,
  type StaticReading,
  type WithRules,
} from './read-element.js';
import { readRules } from './read-rules.js';
import { readSegment } from './read-segment.js';

/** `<HL7v2xStaticDef>`, one message; `id` is unique in the profile. */
export function readStaticDefinition(reading: StaticReading, element: XmlElement, id: string): MessageDefinition {
  const { value: children, rules } = readNodes(reading, element, id, []);
  const own = readRules(reading, { element, lineage: [] });
  reading.pool.attach({ kind: 'message', by: 'id', value: id }, rulesHere([...own, ...rules]));
  return {
    id,
    type: attribute(element, 'MsgType').trim(),
    event: attribute(element, 'EventType').trim(),
    structure: attribute(element, 'MsgStructID').trim(),
    ...given(element, 'Identifier', 'identifier'),
    description: attribute(element, 'EventDesc').trim(),
    children,
    place: placeOf(reading, element),
  };
}

/** Segments and groups in their order. */
function readNodes(
  reading: StaticReading,
  parent: XmlElement,
  id: string,
  above: Lineage,
): WithRules<readonly StructureNode[]> {
  const rules: PendingRule[] = [];
  const children: StructureNode[] = [];
  for (const element of parent.children) {
    if (element.name !== 'Segment' && element.name !== 'SegGroup') {
      if (element.name !== 'MetaData' && !ABOUT.some((name) => name === element.name)) {
        warnOfUnread(reading, element, parent, 'Here stand <Segment> and <SegGroup>.');
      }
      continue;
    }
    const node = readNode(reading, element, children.length + 1, id, above);
    children.push(node.value);
    rules.push(...node.rules);
  }
  return { value: children, rules };
}

function readNode(
  reading: StaticReading,
  element: XmlElement,
  position: number,
  idAbove: string,
  above: Lineage,
): WithRules<StructureNode> {
  const stated = readUsageTolerantly(reading, element);
  const cardinality = readCardinality(reading, element, stated);
  const lineage = [...above, stepTo(position, cardinality.max > 1)];
  const base = { position, ...stated, cardinality, ...readNotes(element), place: placeOf(reading, element) };
  if (element.name === 'Segment') {
    const { value: ref, rules } = readSegment(reading, element, lineage, stated);
    return { value: { kind: 'segment', ref, ...base }, rules };
  }
  const name = required(reading, element, 'Name').trim();
  // Groups of one name may follow each other; their positions tell them apart.
  const id = reading.groupIds.has(`${idAbove}.${name}`) ? `${idAbove}.${name}@${position}` : `${idAbove}.${name}`;
  reading.groupIds.add(id);
  const inside = readNodes(reading, element, id, lineage);
  const rules = [...readRules(reading, { element, lineage, stated }), ...inside.rules];
  reading.pool.attach({ kind: 'group', by: 'id', value: id }, rulesHere(rules));
  return { value: { kind: 'group', id, name, children: inside.value, ...base }, rules: rulesAbove(rules) };
}
