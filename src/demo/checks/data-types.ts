import type { Delimiters } from '../../hl7/delimiters.js';
import type { Segment } from '../../hl7/segment.js';
import { parseTimestamp } from '../../hl7/timestamp.js';
import type { Problem } from '../problem.js';
import { fieldProblem } from './fields.js';

type Form = 'timestamp' | 'date' | 'number' | 'count' | 'time';

const FORMS: Readonly<Record<Form, (text: string) => boolean>> = {
  timestamp: (text) => parseTimestamp(text) !== undefined,
  date: (text) => text.length <= 8 && parseTimestamp(text) !== undefined,
  time: (text) => parseTimestamp(`20000101${text}`) !== undefined,
  number: (text) => /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text),
  count: (text) => /^\d{1,4}$/.test(text),
};

/** Fields whose first component must have one of these forms. */
const FIELDS: Readonly<Record<string, Readonly<Record<number, Form>>>> = {
  MSH: { 7: 'timestamp' },
  EVN: { 2: 'timestamp', 6: 'timestamp' },
  PID: { 1: 'count', 7: 'timestamp', 29: 'timestamp' },
  PV1: { 1: 'count', 44: 'timestamp', 45: 'timestamp' },
  PV2: { 8: 'timestamp', 9: 'timestamp' },
  ORC: { 9: 'timestamp', 15: 'timestamp' },
  OBR: { 1: 'count', 6: 'timestamp', 7: 'timestamp', 8: 'timestamp', 14: 'timestamp', 22: 'timestamp' },
  OBX: { 1: 'count', 14: 'timestamp', 19: 'timestamp' },
  TQ1: { 7: 'timestamp', 8: 'timestamp' },
  RXO: { 2: 'number', 3: 'number' },
  RXE: { 3: 'number', 4: 'number', 10: 'number' },
  RXD: { 3: 'timestamp', 4: 'number' },
  RXA: { 3: 'timestamp', 4: 'timestamp', 6: 'number' },
  SPM: { 17: 'timestamp', 18: 'timestamp' },
  FT1: { 4: 'timestamp' },
  TXA: { 4: 'timestamp', 6: 'timestamp', 7: 'timestamp' },
};

/** OBX-5 by OBX-2; types that are not here take any text. */
const VALUES: Readonly<Record<string, Form>> = {
  NM: 'number',
  DT: 'date',
  TM: 'time',
  TS: 'timestamp',
  DTM: 'timestamp',
};

/** Values of one segment that are not of their data type, error 102. */
export function malformedFields(segment: Segment, delimiters: Delimiters): readonly Problem[] {
  const problems = Object.entries(FIELDS[segment.name] ?? {}).flatMap(([field, form]) => {
    return hasForm(segment.get(field), form) ? [] : [problem(segment, Number(field), form)];
  });
  return segment.name === 'OBX' ? [...problems, ...malformedValues(segment, delimiters)] : problems;
}

function malformedValues(obx: Segment, delimiters: Delimiters): readonly Problem[] {
  const type = obx.get('2') ?? '';
  const form = VALUES[type];
  if (form === undefined && type !== 'SN') return [];
  const values = (obx.rawText('5') ?? '').split(delimiters.repetition);
  return values.flatMap((value, index) => {
    const parts = value.split(delimiters.component);
    if (form !== undefined) return hasForm(parts[0], form) ? [] : [problem(obx, 5, form, { repetition: index + 1 })];
    // SN: comparator, number, separator, number.
    return [2, 4]
      .filter((component) => !hasForm(parts[component - 1], 'number'))
      .map((component) => problem(obx, 5, 'number', { repetition: index + 1, component }));
  });
}

/** Absent values and the HL7 null have every form. */
function hasForm(text: string | undefined, form: Form): boolean {
  return text === undefined || text === '' || text === '""' || FORMS[form](text);
}

function problem(segment: Segment, field: number, form: Form, within = {}): Problem {
  return fieldProblem('102', segment, field, `${segment.name}-${field} is not a valid ${form}`, within);
}
