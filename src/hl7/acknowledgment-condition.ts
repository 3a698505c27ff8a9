/** When an acknowledgment is due, table 0155: always, never, on success, on error. */
export type AcknowledgmentCondition = 'AL' | 'NE' | 'SU' | 'ER';

const GOOD = new Set(['AA', 'CA']);

/** Whether an acknowledgment with that code (MSA-1) is due. */
export function isDue(condition: AcknowledgmentCondition, code: string): boolean {
  switch (condition) {
    case 'AL':
      return true;
    case 'NE':
      return false;
    case 'SU':
      return GOOD.has(code);
    case 'ER':
      return !GOOD.has(code);
  }
}
