import type { Decision } from './pharmacy.js';
import type { DoseAmount, DoseOutcome } from './pharmacy-doses.js';
import type { PrescriptionProgress, TaperStep } from './pharmacy-progress.js';
import type { PrescriptionState } from './pharmacy-state.js';
import { HarnessError } from './trouble.js';

export type { Decision, DoseAmount, DoseOutcome, PrescriptionProgress, PrescriptionState };

/** Table 0162. */
export const ROUTES: Readonly<Record<string, string>> = {
  'by mouth': 'PO',
  'into a vein': 'IV',
  'into a muscle': 'IM',
  'under the skin': 'SC',
  'by inhalation': 'IH',
};

/** Table 0335, besides `every 6 hours` (Q6H) and `every 6 hours as needed` (PRNQ6H); longest first where one begins another. */
const PATTERNS: Readonly<Record<string, string>> = {
  'once a day': 'Q1D',
  'twice a day': 'BID',
  'three times a day': 'TID',
  'four times a day': 'QID',
  'in the morning': 'QAM',
  'at bedtime': 'QHS',
  continuously: 'C',
  once: 'Once',
  'as needed': 'PRN',
};

export const FREQUENCY = new RegExp(`every \\d+ (?:hours|minutes)(?: as needed)?|${Object.keys(PATTERNS).join('|')}`);

/** The repeat pattern of TQ1-3 that a person means. */
export function patternOf(words: string): string {
  const every = /^every (\d+) (hours|minutes)( as needed)?$/.exec(words);
  if (every) return `${every[3] ? 'PRN' : ''}Q${every[1]}${every[2] === 'hours' ? 'H' : 'M'}`;
  const pattern = PATTERNS[words];
  if (pattern === undefined) throw new HarnessError(`"${words}" is no frequency: "every 6 hours", "twice a day" ...`);
  return pattern;
}

export const DOSE = /\d+(?:\.\d+)? (?:mL\/h|mg\/h|mg|mL|mmol|ug|g|\[iU\])/;

/** `500 mg`. */
export function doseOf(words: string): DoseAmount {
  const [amount = '', unit = ''] = words.split(' ');
  if (!new RegExp(`^${DOSE.source}$`).test(words))
    throw new HarnessError(`"${words}" is no dose: write an amount with its unit, as in 500 mg`);
  return { amount: Number(amount), unit };
}

/** Rows of a table with the columns dose, frequency and days. */
export function taperSteps(rows: readonly Readonly<Record<string, string>>[]): readonly TaperStep[] {
  return rows.map(({ dose = '', frequency = '', days = '' }) => ({
    ...doseOf(dose),
    pattern: patternOf(frequency),
    days: Number(days),
  }));
}

/** What became of a dose. */
export const DOSE_OUTCOMES: Readonly<Record<string, DoseOutcome>> = {
  'partly given': 'partial',
  given: 'given',
  refused: 'refused',
  missed: 'not-done',
};

/** Where a prescription stands. */
export const PRESCRIPTION_STATES: Readonly<Record<string, PrescriptionState>> = {
  accepted: 'accepted',
  refused: 'refused',
  cancelled: 'cancelled',
  verified: 'verified',
  dispensed: 'dispensed',
  given: 'given',
  held: 'held',
  released: 'released',
  discontinued: 'discontinued',
  replaced: 'replaced',
};

/** How far the pharmacy is, in the words that follow "the pharmacy has". */
export const PRESCRIPTION_PROGRESS: Readonly<Record<string, PrescriptionProgress>> = {
  'not verified the prescription': 'accepted',
  'verified the prescription': 'verified',
  'dispensed the medicine': 'dispensed',
};

/** What the pharmacy decides of its own accord. */
export const DECISIONS: Readonly<Record<string, Decision>> = {
  holds: 'hold',
  discontinues: 'discontinue',
  refuses: 'refuse',
};
