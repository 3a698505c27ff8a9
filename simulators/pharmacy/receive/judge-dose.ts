import type { Administration } from '../../../src/messages/facts.js';
import type { RecordedAdministration } from '../../care/dose-record.js';
import { isActive, type MedicationState } from '../../status/medication-status.js';
import { numberOf, type PharmacyPrescription } from '../pharmacy-state.js';
import { inStateIfLegal } from '../prescription.js';

/** What a reported dose comes to. `code` is of table 0357; `field` the RXA field that is at fault. */
export type JudgedDose =
  | { readonly kind: 'recorded'; readonly prescription: PharmacyPrescription }
  /** It is recorded already as it is told now. */
  | { readonly kind: 'again' }
  | { readonly kind: 'refused'; readonly code: '204' | '205' | '207'; readonly field: number; readonly reason: string };

/** RXA-21: A records a dose, U corrects and D deletes the one with the same RXA-2. */
export function judgeDose(prescription: PharmacyPrescription, dose: Administration, at: Date): JudgedDose {
  const known = prescription.administrations.find(({ subId }) => subId === dose.subId);
  switch (dose.action) {
    case 'A':
      return add(prescription, known, dose, at);
    case 'U':
      return correct(prescription, known, dose, at);
    case 'D':
      return remove(prescription, known, dose);
  }
}

function add(
  prescription: PharmacyPrescription,
  known: RecordedAdministration | undefined,
  dose: Administration,
  at: Date,
): JudgedDose {
  const line = lineOf(dose, 0);
  if (known !== undefined) {
    if (isSame(known, line)) return { kind: 'again' };
    return {
      kind: 'refused',
      code: '205',
      field: 2,
      reason: `${nameOf(prescription, dose)} is recorded already; a change needs RXA-21 U`,
    };
  }
  return illegal(prescription, dose) ?? record(prescription, line, at);
}

function correct(
  prescription: PharmacyPrescription,
  known: RecordedAdministration | undefined,
  dose: Administration,
  at: Date,
): JudgedDose {
  if (known === undefined || known.deleted) return unknown(prescription, dose);
  const line = lineOf(dose, known.corrections + 1);
  if (isSame(known, line)) return { kind: 'again' };
  return illegal(prescription, dose) ?? record(prescription, line, at);
}

function remove(
  prescription: PharmacyPrescription,
  known: RecordedAdministration | undefined,
  dose: Administration,
): JudgedDose {
  if (known === undefined) return unknown(prescription, dose);
  const administrations = prescription.administrations.map((one) => (one === known ? { ...one, deleted: true } : one));
  return { kind: 'recorded', prescription: { ...prescription, administrations } };
}

/** A dose needs an active prescription. One that is recorded late is measured by its own time (RXA-3). */
function illegal(prescription: PharmacyPrescription, dose: Administration): JudgedDose | undefined {
  const { state } = prescription;
  if (isActive(state) || isActive(stateAt(prescription, dose.startAt))) return undefined;
  const stands = state === 'placed' ? 'not verified' : state;
  return { kind: 'refused', code: '207', field: 3, reason: `prescription ${numberOf(prescription)} is ${stands}` };
}

/** HL7 times are told in seconds: a dose in the second of the stop was given after it. */
function stateAt({ history }: PharmacyPrescription, at: Date): MedicationState {
  const second = (date: Date): number => Math.floor(date.getTime() / 1000);
  return history.findLast((step) => second(step.at) <= second(at))?.state ?? 'placed';
}

function record(prescription: PharmacyPrescription, line: RecordedAdministration, at: Date): JudgedDose {
  const others = prescription.administrations.filter(({ subId }) => subId !== line.subId);
  const administrations = [...others, line].sort((a, b) => a.subId - b.subId);
  const after = { ...prescription, administrations };
  const isTaken = line.completion === 'CP' || line.completion === 'PA';
  const isFirst = isTaken && prescription.state !== 'given';
  return { kind: 'recorded', prescription: isFirst ? inStateIfLegal(after, 'given', 'RE', at) : after };
}

function lineOf(dose: Administration, corrections: number): RecordedAdministration {
  const { subId, startAt, amount, unit, refusalReason, notes, completion } = dose;
  const reason = refusalReason?.text || refusalReason?.code || notes?.[0];
  return {
    subId,
    startAt,
    amount,
    unit,
    completion,
    ...(reason !== undefined && { reason }),
    deleted: false,
    corrections,
  };
}

function isSame(a: RecordedAdministration, b: RecordedAdministration): boolean {
  const isSameTime = a.startAt.getTime() === b.startAt.getTime();
  return (
    isSameTime && a.amount === b.amount && a.unit === b.unit && a.completion === b.completion && a.reason === b.reason
  );
}

function unknown(prescription: PharmacyPrescription, dose: Administration): JudgedDose {
  return { kind: 'refused', code: '204', field: 2, reason: `${nameOf(prescription, dose)} is not known` };
}

function nameOf(prescription: PharmacyPrescription, { subId }: Administration): string {
  return `dose ${subId} of prescription ${numberOf(prescription)}`;
}
