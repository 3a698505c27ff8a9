import type { Classification, Finding } from '../src/evidence/finding.js';

export type Tone = 'bad' | 'warn' | 'info' | 'good';

const TONES: Readonly<Record<Classification, Tone>> = {
  Error: 'bad',
  'Specification Error': 'bad',
  Warning: 'warn',
  Alert: 'warn',
  Informational: 'info',
  'Validation Notes': 'info',
  Affirmative: 'good',
};

/** How loud a finding is. */
export function toneOf(finding: Pick<Finding, 'classification'>): Tone {
  return TONES[finding.classification];
}

export function isError(finding: Finding): boolean {
  return toneOf(finding) === 'bad';
}

/** What somebody should look at, as against what is only told. */
export function isLoud(finding: Finding): boolean {
  return isError(finding) || toneOf(finding) === 'warn';
}
