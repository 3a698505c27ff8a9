import { isLoinc, isSnomed } from '../compare/check-digit.js';
import type { Examination } from '../examination.js';
import { rawValue } from '../instance/value.js';
import type { StringFormat } from '../plan/compiled-assertion.js';
import { judgeValues } from './judge-values.js';
import type { Notes, Outcome } from './outcome.js';

/** The value is a code of LOINC or SNOMED CT by its form and check digit. */
export function stringFormat(x: Examination, node: number, assertion: StringFormat, notes: Notes | undefined): Outcome {
  return judgeValues(x, node, assertion, notes, isCode);
}

function isCode({ tree, mode }: Examination, node: number, { format }: StringFormat): boolean {
  const value = rawValue(tree, node);
  return format === 'LOINC' ? isLoinc(value) : isSnomed(value, !mode.quirks.snomedCheckDigitUnchecked);
}
