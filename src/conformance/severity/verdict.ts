import type { Classification } from '../../evidence/finding.js';

/** How many findings there are of each kind that counts. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly alerts: number;
  readonly specificationErrors: number;
}

export type ValidationVerdict = 'passed' | 'failed' | 'untestable';

export function tally(findings: readonly { readonly classification: Classification }[]): Tally {
  const count = (wanted: Classification): number =>
    findings.reduce((sum, { classification }) => (classification === wanted ? sum + 1 : sum), 0);
  return {
    errors: count('Error'),
    warnings: count('Warning'),
    alerts: count('Alert'),
    specificationErrors: count('Specification Error'),
  };
}

/**
 * Failed where an error was found, or, with `failOn` warning, a warning or an alert. Where a rule of the profile could not be
 * judged the message is untestable: that is not its fault, and not green.
 */
export function verdictOf(counts: Tally, failOn: 'error' | 'warning'): ValidationVerdict {
  if (counts.errors > 0) return 'failed';
  if (failOn === 'warning' && counts.warnings + counts.alerts > 0) return 'failed';
  return counts.specificationErrors > 0 ? 'untestable' : 'passed';
}
