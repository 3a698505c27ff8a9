import { never } from '../../base/never.js';
import type { Examination } from '../examination.js';
import { HL7_NULL } from '../instance/value.js';
import type { Comparison, Literal, ValueType } from '../plan/compiled-assertion.js';
import { compareDates, compareDateTimes, compareTimes, type TimeRules } from './date-time.js';
import { messageZone } from './message-zone.js';
import { compareNumbers, compareNumbersFaultily } from './number.js';

/** Whether left stands to right as the comparison wants it; undefined where the two cannot be compared. */
export function holds(x: Examination, left: Literal, right: Literal, comparison: Comparison): boolean | undefined {
  const order = compareValues(x, left, right, comparison.truncated);
  if (order === undefined) return undefined;
  const isEqual = order === 0 && (!comparison.identical || left.text === right.text);
  switch (comparison.operator) {
    case 'EQ':
      return isEqual;
    case 'NE':
      return !isEqual;
    case 'LT':
      return order < 0;
    case 'GT':
      return order > 0;
    case 'LE':
      return order < 0 || isEqual;
    case 'GE':
      return order > 0 || isEqual;
    default:
      return never(comparison.operator);
  }
}

/** Texts stand for numbers and times where the other side is one; two different kinds cannot be compared. */
function compareValues(x: Examination, left: Literal, right: Literal, truncated: boolean): number | undefined {
  const type = left.type === 'text' ? right.type : left.type;
  if (right.type !== type && right.type !== 'text') return undefined;
  if (left.text === HL7_NULL && right.text === HL7_NULL) return 0;
  return compareAs(x, type, left.text, right.text, truncated);
}

function compareAs(
  x: Examination,
  type: ValueType,
  left: string,
  right: string,
  truncated: boolean,
): number | undefined {
  const faulty = x.mode.quirks.faultyComparisons;
  switch (type) {
    case 'text':
      return compareTexts(left.toLowerCase(), right.toLowerCase(), truncated, faulty);
    case 'number':
      return faulty ? compareNumbersFaultily(left, right, truncated) : compareNumbers(left, right, truncated);
    case 'date':
      return compareDates(left, right, { zone: undefined, truncated, faulty });
    case 'time':
      return compareTimes(left, right, timeRules(x, truncated, faulty));
    case 'date-time':
      return compareDateTimes(left, right, timeRules(x, truncated, faulty));
    default:
      return never(type);
  }
}

function timeRules(x: Examination, truncated: boolean, faulty: boolean): TimeRules {
  return { zone: messageZone(x), truncated, faulty };
}

/** By character, case aside. The reference has the order the wrong way round. */
function compareTexts(left: string, right: string, truncated: boolean, faulty: boolean): number {
  const length = truncated ? Math.min(left.length, right.length) : Number.POSITIVE_INFINITY;
  const [a, b] = [left.slice(0, length), right.slice(0, length)];
  if (a === b) return 0;
  return a < b === faulty ? 1 : -1;
}
