import { readNumbers, sameNumber } from '../../read/numbers.js';
import { readControl, readReason } from '../../read/order.js';
import type { OrderGroup } from '../../read/order-groups.js';
import { type MedicationState, medicationMayBecome } from '../../status/medication-status.js';
import { answerTo } from '../../status/request.js';
import type { Prescription } from '../ehr-state.js';

export type MedicationProgress =
  | { readonly kind: 'moved'; readonly prescription: Prescription }
  | { readonly kind: 'illegal'; readonly reason: string };

/** Where the answer to a request (CA, DC ...) takes a prescription; a change (XO) leaves it where it is. */
const GRANTED: Readonly<Record<string, MedicationState>> = {
  CR: 'cancelled',
  DR: 'discontinued',
  HR: 'held',
  OR: 'released',
  RQ: 'replaced',
  UA: 'refused',
  OC: 'refused',
  OD: 'discontinued',
  OE: 'released',
  OH: 'held',
};

/** What one order group of the pharmacy's answer (ORP), or of its own notification, does to a prescription. */
export function applyMedicationNews(prescription: Prescription, group: OrderGroup, at: Date): MedicationProgress {
  const numbered = withPharmacyNumber(prescription, group);
  if (numbered.kind === 'illegal') return numbered;
  const control = readControl(group);
  const { pending, proposed, ...settled } = numbered.prescription;
  const answer = answerTo(control);
  const base: Prescription = answer === undefined ? numbered.prescription : { ...settled, lastAnswer: control };
  const reason = readReason(group);
  const known: Prescription = reason !== undefined && control !== 'OK' ? { ...base, reason } : base;
  if (control === 'OK') return { kind: 'moved', prescription: { ...known, accepted: true } };
  if (control === 'XR' && pending === 'XO' && proposed !== undefined) {
    const { control: was, numbers, enteredAt } = known.order;
    return { kind: 'moved', prescription: { ...known, order: { ...proposed, control: was, numbers, enteredAt } } };
  }
  const to = GRANTED[control];
  return to === undefined ? { kind: 'moved', prescription: known } : moveTo(known, to, control, at);
}

export function moveTo(prescription: Prescription, to: MedicationState, control: string, at: Date): MedicationProgress {
  if (prescription.state === to) return { kind: 'moved', prescription };
  if (!medicationMayBecome(prescription.state, to)) {
    return {
      kind: 'illegal',
      reason: `prescription ${prescription.number.id} is ${prescription.state} and cannot become ${to}`,
    };
  }
  const history = [...prescription.history, { state: to, at, control }];
  const stopped = to === 'discontinued' ? { discontinuedAt: at } : {};
  return { kind: 'moved', prescription: { ...prescription, state: to, history, ...stopped } };
}

/** The prescription with the pharmacy's number; a second one is illegal. */
export function withPharmacyNumber(prescription: Prescription, group: OrderGroup): MedicationProgress {
  const { filler } = readNumbers(group);
  const known = prescription.order.numbers.filler;
  if (filler === undefined) return { kind: 'moved', prescription };
  if (known !== undefined && !sameNumber(known, filler)) {
    const reason = `prescription ${prescription.number.id} has the filler number ${known.id} and now gets ${filler.id}`;
    return { kind: 'illegal', reason };
  }
  const numbers = { ...prescription.order.numbers, filler: known ?? filler };
  return { kind: 'moved', prescription: { ...prescription, order: { ...prescription.order, numbers } } };
}
