import { standard } from '../../../standard/load.js';
import { nearestVersion } from '../../../standard/versions.js';
import type { ValueSet } from '../../model/value-set.js';

/**
 * A table of the base standard (`0001`, `1` or `HL70001`) as a value set with the id `HL70001`; undefined where we hold no
 * such table. The data merge all versions, so that a code may be listed that an older version lacks; and whether the standard
 * or each site defines the table is not in them: it is Open.
 */
export function hl7Table(version: string, table: string): ValueSet | undefined {
  const base = standard(nearestVersion(version));
  const codes = base.tableCodes(table);
  if (codes === undefined) return undefined;
  const id = `HL7${table.replace(/^HL7/, '').padStart(4, '0')}`;
  return {
    id,
    name: base.tableName(table) ?? id,
    version: base.version,
    stability: 'Static',
    extensibility: 'Open',
    contentDefinition: 'Extensional',
    codes: [...codes].map(([value, text]) => ({ value, text, system: id, usage: 'R' })),
  };
}
