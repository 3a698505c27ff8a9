import type { DynamicMapping, ElementDefinition } from '../../model/structure.js';
import type { StaticReading } from './read-element.js';

/** Which field tells the type of which: §7.4.2 for OBX, §8.5.2 and 8.5.3 for the master files. */
const TOLD_BY: ReadonlyMap<string, { readonly position: number; readonly by: number }> = new Map([
  ['OBX', { position: 5, by: 2 }],
  ['MFE', { position: 4, by: 5 }],
  ['MFA', { position: 5, by: 6 }],
]);

/** Chapter 2.B has no word for it, but a field of varying type takes the standard's type that its neighbour names. */
export function toldMappings(
  reading: StaticReading,
  segment: string,
  fields: readonly ElementDefinition[],
): readonly DynamicMapping[] {
  const told = TOLD_BY.get(segment);
  const field = told === undefined ? undefined : fields[told.position - 1];
  if (told === undefined || field === undefined) return [];
  if (reading.pool.datatypes.get(field.datatype)?.name !== 'varies') return [];
  return [{ position: told.position, reference: String(told.by), cases: reading.standardTypes() }];
}
