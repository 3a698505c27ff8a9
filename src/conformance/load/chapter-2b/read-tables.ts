import type { ValueSet } from '../../model/value-set.js';
import { attribute, optional, required } from '../xml/attributes.js';
import { childrenNamed, requiredChild } from '../xml/children.js';
import { placeOf, type Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { tableId } from './table-binding.js';

/** The table file of the Messaging Workbench, `<Specification>` > `<hl7tables>` > `<hl7table>`, as value sets. */
export function readTables(reading: Reading, root: XmlElement, sets: Map<string, ValueSet>): void {
  const section = requiredChild(reading, root, 'hl7tables');
  for (const table of childrenNamed(section, 'hl7table')) {
    const id = tableId(required(reading, table, 'id').trim());
    const codes = childrenNamed(table, 'tableElement').flatMap((element) => {
      const value = optional(element, 'code');
      return value === undefined
        ? []
        : [
            {
              value,
              text: attribute(element, 'display') || attribute(element, 'description'),
              system: '',
              usage: 'R' as const,
            },
          ];
    });
    sets.set(id, { id, name: attribute(table, 'name'), codes, place: placeOf(reading, table) });
  }
}
