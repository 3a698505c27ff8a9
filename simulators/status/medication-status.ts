/** Where a prescription stands. */
export type MedicationState =
  | 'placed'
  | 'verified'
  | 'refused'
  | 'cancelled'
  | 'dispensed'
  | 'given'
  | 'held'
  | 'released'
  | 'discontinued'
  | 'replaced';

/**
 * Where a prescription may go. `given` from `verified` is ward stock: nothing was dispensed for this patient. A dose given
 * or dispensed after `discontinued` is illegal; a dose recorded late, with a time before it, changes no state.
 */
const NEXT: Readonly<Record<MedicationState, readonly MedicationState[]>> = {
  placed: ['verified', 'refused', 'cancelled'],
  verified: ['dispensed', 'given', 'held', 'discontinued', 'replaced'],
  dispensed: ['dispensed', 'given', 'held', 'discontinued'],
  given: ['given', 'dispensed', 'held', 'discontinued'],
  held: ['released', 'discontinued'],
  released: ['dispensed', 'given', 'held', 'discontinued', 'replaced'],
  refused: [],
  cancelled: [],
  discontinued: [],
  replaced: [],
};

export function medicationMayBecome(from: MedicationState, to: MedicationState): boolean {
  return NEXT[from].includes(to);
}

/** Doses may be prepared and given. */
export function isActive(state: MedicationState): boolean {
  return medicationMayBecome(state, 'given');
}

/** Nothing can happen to it any more. */
export function isStopped(state: MedicationState): boolean {
  return NEXT[state].length === 0;
}
