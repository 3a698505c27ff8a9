import type { Classification } from '../../src/evidence/finding.js';
import type { ValidatedMessage, ValidationSummary } from './validated-message.js';

/** As a person says it in a line of text. */
export const CLASSIFICATION_WORDS: Readonly<Record<Classification, string>> = {
  Error: 'error',
  Warning: 'warning',
  Alert: 'alert',
  Informational: 'info',
  Affirmative: 'fulfilled',
  'Specification Error': 'profile error',
  'Validation Notes': 'note',
};

/** `1 error`, `3 errors`. */
export function counted(count: number, word: string): string {
  const many = /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
  return `${count.toLocaleString('en')} ${count === 1 ? word : many}`;
}

/** `2 errors, 1 warning`; kinds that nobody has are left out. */
export function countsOf(counts: Omit<Counts, 'verdict'>): string {
  const parts = [
    [counts.errors, 'error'],
    [counts.warnings, 'warning'],
    [counts.alerts, 'alert'],
    [counts.specificationErrors, 'profile error'],
  ] as const;
  return parts.flatMap(([count, word]) => (count === 0 ? [] : [counted(count, word)])).join(', ');
}

type Counts = Pick<ValidationSummary, 'errors' | 'warnings' | 'alerts' | 'specificationErrors' | 'verdict'>;

/** `batch.hl7#3`, or `adt.hl7` where the file holds one message. */
export function nameOf({ source, index, isOneOfMany }: ValidatedMessage): string {
  const name = source === '-' ? 'standard input' : source;
  return isOneOfMany && index > 0 ? `${name}#${index}` : name;
}

/** The counts of one message. */
export function countsOfMessage({ findings }: ValidatedMessage): Omit<Counts, 'verdict'> {
  const count = (wanted: Classification): number =>
    findings.filter(({ classification }) => classification === wanted).length;
  return {
    errors: count('Error'),
    warnings: count('Warning'),
    alerts: count('Alert'),
    specificationErrors: count('Specification Error'),
  };
}
