import type { Delimiters } from '../../hl7/delimiters.js';
import type { Segment } from '../../hl7/segment.js';
import type { Problem } from '../problem.js';
import { CODE_TABLES } from './code-tables.js';
import { fieldProblem } from './fields.js';

/** Coded fields and the table of their first component. */
const FIELDS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  MSH: { 18: '0211' },
  MSA: { 1: '0008' },
  PID: { 8: '0001' },
  PV1: { 2: '0004' },
  ORC: { 1: '0119', 5: '0038' },
  OBR: { 25: '0123' },
  OBX: { 2: '0125', 11: '0085' },
  RXA: { 20: '0322', 21: '0323' },
};

/** Codes of one segment that their tables lack, error 103. */
export function unknownCodes(segment: Segment, { repetition, component }: Delimiters): readonly Problem[] {
  return Object.entries(FIELDS[segment.name] ?? {}).flatMap(([field, table]) => {
    const codes = (segment.rawText(field) ?? '').split(repetition).map((code) => code.split(component)[0] ?? '');
    const wrong = codes.findIndex((code) => code !== '' && code !== '""' && !CODE_TABLES[table]?.has(code));
    if (wrong < 0) return [];
    const text = `the code in ${segment.name}-${field} is not in table ${table}`;
    return [fieldProblem('103', segment, Number(field), text, { repetition: wrong + 1 })];
  });
}
