import type { Delimiters } from '../../hl7/delimiters.js';
import type { Segment } from '../../hl7/segment.js';
import type { Problem } from '../problem.js';
import { fieldProblem } from './fields.js';

/** Fields that are required wherever the segment stands (v2.5.1). */
const REQUIRED: Readonly<Record<string, readonly number[]>> = {
  MSH: [10],
  EVN: [2],
  PID: [3, 5],
  MRG: [1],
  PV1: [2],
  NK1: [1],
  AL1: [1, 3],
  DG1: [1, 6],
  IN1: [1, 2, 3],
  GT1: [1, 3],
  MSA: [1, 2],
  ORC: [1],
  OBR: [4],
  OBX: [3, 11],
  SPM: [4],
  IPC: [1, 2, 3, 4],
  RXE: [2, 3, 5],
  RXD: [1, 2, 3, 4, 7],
  RXG: [1, 4, 5, 7],
  RXA: [1, 2, 3, 4, 5, 6],
  RXC: [1, 2, 3, 4],
  RXR: [1],
  SCH: [6, 16, 20],
  AIS: [1, 3],
  FT1: [4, 6, 7],
  TXA: [1, 2, 12, 17],
};

/** Missing fields of one segment, error 101. */
export function missingFields(segment: Segment, delimiters: Delimiters): readonly Problem[] {
  const missing = (REQUIRED[segment.name] ?? []).filter((field) => isEmpty(segment, field, delimiters));
  // A value without its type cannot be read (OBX-2 is conditional on OBX-5).
  if (segment.name === 'OBX' && isEmpty(segment, 2, delimiters) && !isEmpty(segment, 5, delimiters)) missing.unshift(2);
  // MSH-7 is required from 2.4 on.
  if (segment.name === 'MSH' && isEmpty(segment, 7, delimiters) && (segment.get('12') ?? '') >= '2.4')
    missing.unshift(7);
  return missing.map((field) => fieldProblem('101', segment, field, `${segment.name}-${field} is required`));
}

/** A field that holds nothing but delimiters is empty too. */
function isEmpty(segment: Segment, field: number, { component, repetition, subcomponent }: Delimiters): boolean {
  const text = segment.rawText(`${field}`) ?? '';
  const nothing = [' ', component, repetition, subcomponent];
  for (const character of text) if (!nothing.includes(character)) return false;
  return true;
}
