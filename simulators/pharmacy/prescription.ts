import type { MedicationOrder, OrderStatus } from '../../src/messages/facts.js';
import { type MedicationState, medicationMayBecome } from '../status/medication-status.js';
import type { PharmacyPrescription, PharmacyState } from './pharmacy-state.js';

/** ORC-5 (table 0038), which only the pharmacy values. */
const ORDER_STATUS: Partial<Record<MedicationState, OrderStatus>> = {
  placed: 'SC',
  verified: 'IP',
  dispensed: 'IP',
  given: 'IP',
  released: 'IP',
  held: 'HD',
  cancelled: 'CA',
  refused: 'CA',
  discontinued: 'DC',
  replaced: 'RP',
};

/** The prescription in another state; a state that is told twice changes nothing. */
export function inState(
  prescription: PharmacyPrescription,
  state: MedicationState,
  control: string,
  at: Date,
): PharmacyPrescription {
  if (prescription.state === state) return prescription;
  return { ...prescription, state, history: [...prescription.history, { state, at, control }] };
}

/** `state` where that is a legal step, else where it stands. */
export function inStateIfLegal(
  prescription: PharmacyPrescription,
  state: MedicationState,
  control: string,
  at: Date,
): PharmacyPrescription {
  return medicationMayBecome(prescription.state, state) ? inState(prescription, state, control, at) : prescription;
}

/** The order as it stands, as an answer or a notification tells it. */
export function standing({ order, state }: PharmacyPrescription, at: Date): MedicationOrder {
  const status = ORDER_STATUS[state];
  return { ...order, enteredAt: at, ...(status && { status }) };
}

export function withReason<O extends object>(order: O, text: string | undefined): O {
  return text === undefined ? order : { ...order, reason: { code: '', text, system: '' } };
}

export function replaced(
  state: PharmacyState,
  before: PharmacyPrescription,
  after: PharmacyPrescription,
): PharmacyState {
  return { ...state, prescriptions: state.prescriptions.map((one) => (one === before ? after : one)) };
}
