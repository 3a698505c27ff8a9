import type { CodeLocation } from '../../model/value-set.js';
import { optional } from '../xml/attributes.js';
import { placeOf, type Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import type { DatatypeKind } from './datatype-name.js';
import type { PendingRule } from './pending-rule.js';

const CODED = /^C[WN]?E$/;

/** A set's id for HL7's own tables: `0001`, and `1`, are `HL70001`. Others keep their names. */
export function tableId(table: string): string {
  return /^\d{1,4}$/.test(table) ? `HL7${table.padStart(4, '0')}` : table;
}

/**
 * The `Table` of an element as a binding of the definition around it. How strong it is, chapter 2.B does not say. The code is the
 * element itself, or its first component, in coded types with its code system in the third.
 */
export function tableBinding(
  reading: Reading,
  element: XmlElement,
  position: number,
  kind: DatatypeKind,
  hasComponents: boolean,
): readonly PendingRule[] {
  const table = optional(element, 'Table')?.trim();
  if (table === undefined || table === '') return [];
  const location: CodeLocation = !hasComponents
    ? { code: '.' }
    : { code: '1[1]', ...(CODED.test(kind.name) ? { system: '3[1]' } : {}) };
  const rule = {
    kind: 'binding',
    target: `${position}[*]`,
    locations: [location],
    sets: [tableId(table)],
    place: placeOf(reading, element),
  } as const;
  return [{ up: 1, rule }];
}
