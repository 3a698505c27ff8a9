import { type EhrState, findPrescription, type Prescription } from '../../simulators/ehr/ehr-state.js';
import { findPharmacyPrescription, type PharmacyPrescription } from '../../simulators/pharmacy/pharmacy-state.js';
import type { MedicationState } from '../../simulators/status/medication-status.js';
import type { KnownOrder } from './cast.js';
import { recordAt } from './record-at.js';
import type { Session } from './session.js';
import { expectShown } from './shown.js';
import { HarnessError } from './trouble.js';

/** Where a prescription stands, with the step between placed and verified: the pharmacy has taken it. */
export type PrescriptionState = MedicationState | 'accepted';

/** The prescription as the EHR holds it now, with its doses. */
export function prescriptionAtEhr(session: Session, order: KnownOrder): Prescription {
  const state: EhrState = recordAt(session, 'ehr', order.guest);
  const found = findPrescription(state, order.placer);
  if (found === undefined) throw new HarnessError(`the EHR does not hold the prescription "${order.name}"`);
  return found;
}

/** The prescription as the pharmacy holds it; undefined where it has never arrived. */
export function prescriptionAtPharmacy(session: Session, order: KnownOrder): PharmacyPrescription | undefined {
  return findPharmacyPrescription(recordAt(session, 'pharmacy', order.guest).prescriptions, order.placer);
}

/** Waits until the EHR shows the prescription in that state. */
export function expectPrescription(session: Session, order: KnownOrder, expected: PrescriptionState): Promise<void> {
  const actual = (): PrescriptionState => {
    const { state, accepted } = prescriptionAtEhr(session, order);
    return state === 'placed' && accepted ? 'accepted' : state;
  };
  return expectShown(session, { at: 'ehr', what: `the prescription "${order.name}"`, expected, actual });
}

/** Waits until the pharmacy holds the prescription in that state; what it has taken and not verified is `accepted`. */
export function expectAtPharmacy(session: Session, order: KnownOrder, expected: PrescriptionState): Promise<void> {
  const actual = (): string => {
    const held = prescriptionAtPharmacy(session, order);
    return held?.state === 'placed' ? 'accepted' : (held?.state ?? 'no such prescription');
  };
  return expectShown(session, { at: 'pharmacy', what: `the prescription "${order.name}"`, expected, actual });
}

/** Why it was refused, held or stopped, as the EHR shows it: the words are each pharmacy's own, but they name this. */
export function expectPrescriptionReason(session: Session, order: KnownOrder, named: string): Promise<void> {
  const reason = () => prescriptionAtEhr(session, order).reason ?? '';
  const isNamed = () => reason().toLowerCase().includes(named.toLowerCase());
  return expectShown(session, {
    at: 'ehr',
    what: `the reason for the prescription "${order.name}"`,
    expected: named,
    actual: () => (isNamed() ? named : reason() || 'none'),
  });
}
