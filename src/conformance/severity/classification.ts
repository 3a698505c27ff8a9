import type { Classification } from '../../evidence/finding.js';

/** What an overlay or a preset makes of a finding; `off`: it is not reported. */
export type Treatment = Classification | 'off';

/** As a person writes them. */
const BY_NAME: ReadonlyMap<string, Treatment> = new Map<string, Treatment>([
  ['error', 'Error'],
  ['warning', 'Warning'],
  ['alert', 'Alert'],
  ['informational', 'Informational'],
  ['affirmative', 'Affirmative'],
  ['specification error', 'Specification Error'],
  ['validation notes', 'Validation Notes'],
  ['off', 'off'],
]);

export const TREATMENTS: readonly string[] = [...BY_NAME.values()];

/** Case does not count. */
export function treatment(text: string): Treatment | undefined {
  return BY_NAME.get(text.trim().toLowerCase());
}

const QUIET: ReadonlySet<Treatment> = new Set<Treatment>(['Affirmative', 'Informational', 'Validation Notes', 'off']);

/** Told only on request. */
export function isQuiet(classification: Treatment): boolean {
  return QUIET.has(classification);
}
