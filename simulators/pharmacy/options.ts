import { FILLER_DEFAULTS, type FillerOptions } from '../filler/department.js';
import { PACE_MS } from '../progress/stage.js';

/** How a pharmacy behaves where sites differ. */
export interface PharmacyOptions extends FillerOptions {
  /** Who checks a prescription that passed the screening: a pharmacist (`verify`), or nobody: the RDE follows at once. */
  readonly verification: 'by-pharmacist' | 'automatic';
  /** What it does by itself with an accepted prescription: nothing, or verify and dispense it once. */
  readonly progress: 'manual' | 'dispense';
  /** Nominal milliseconds between two stages of it. */
  readonly paceMs: number;
}

export const PHARMACY_DEFAULTS: PharmacyOptions = {
  ...FILLER_DEFAULTS,
  verification: 'by-pharmacist',
  progress: 'manual',
  paceMs: PACE_MS,
};
