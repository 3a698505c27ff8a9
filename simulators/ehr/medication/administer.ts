import { never } from '../../../src/base/never.js';
import type { SimulatorTools, Step } from '../../../src/endpoint/simulator.js';
import type { Administration } from '../../../src/messages/facts.js';
import { rasO17 } from '../../../src/messages/ras-o17.js';
import type { Coded } from '../../../src/population/facts.js';
import { findVisit } from '../../care/care-record.js';
import type { RecordedAdministration } from '../../care/dose-record.js';
import { ownEnvelope, write } from '../../exchange/envelope.js';
import { alert } from '../../exchange/note.js';
import { UNKNOWN_PROVIDER } from '../../read/values.js';
import { isActive, medicationMayBecome } from '../../status/medication-status.js';
import type { MedicationCommand } from '../commands.js';
import { type EhrState, findPrescription, type Prescription } from '../ehr-state.js';

export type DoseCommand = Extract<
  MedicationCommand,
  { readonly kind: 'administer' | 'correct-administration' | 'delete-administration' }
>;

/** Documents a dose on the MAR and tells the pharmacy: RAS^O17, RXA-21 A for a new one, U or D for one that was wrong. */
export function recordDose(state: EhrState, command: DoseCommand, tools: SimulatorTools): Step<EhrState> {
  const prescription = findPrescription(state, command.order);
  const { patient } = state.care;
  if (prescription === undefined || patient === undefined) {
    return { state, effects: [alert(`${command.kind} refused: no prescription ${command.order.id} was written`)] };
  }
  const refusal = objection(prescription, command, tools.now);
  if (refusal !== undefined && !command.force)
    return { state, effects: [alert(`${command.kind} refused: ${refusal}`)] };
  const visit = findVisit(state.care, prescription.visit)?.visit;
  const dose = describe(prescription, command, tools, visit?.location);
  const about = ['dose', prescription.number.id, prescription.sent] as const;
  const envelope = ownEnvelope(tools, state, about, command.by);
  const facts = { patient, administrations: [dose], ...(visit && { visit }) };
  const message = write(envelope, state, (header) => rasO17(header, facts));
  const recorded = { ...record(prescription, dose, tools.now), sent: prescription.sent + 1 };
  const prescriptions = state.prescriptions.map((one) => (one === prescription ? recorded : one));
  return { state: { ...state, prescriptions }, effects: [{ kind: 'send', message }] };
}

function objection(prescription: Prescription, command: DoseCommand, now: Date): string | undefined {
  if (command.kind !== 'administer') {
    const known = prescription.administrations.some(({ subId, deleted }) => subId === command.dose && !deleted);
    return known ? undefined : `there is no dose ${command.dose}`;
  }
  if (isActive(prescription.state)) return undefined;
  const at = command.at ?? now;
  // A dose that was given before the stop may be recorded after it.
  if (prescription.discontinuedAt !== undefined && at < prescription.discontinuedAt) return undefined;
  return `the prescription is ${prescription.state}`;
}

const COMPLETION = { given: 'CP', refused: 'RE', 'not-done': 'NA', partial: 'PA' } as const;

function describe(
  prescription: Prescription,
  command: DoseCommand,
  tools: SimulatorTools,
  where: Administration['where'],
): Administration {
  const { order } = prescription;
  const base = {
    order: { ...order, control: 'RE' as const, enteredAt: tools.now },
    by: command.by ?? UNKNOWN_PROVIDER,
    unit: order.unit,
    ...(where && { where }),
  };
  if (command.kind === 'delete-administration') {
    const { subId, startAt, amount, completion } = doseOf(prescription, command.dose);
    return { ...base, subId, startAt, endAt: startAt, amount, completion, action: 'D' };
  }
  const corrected = command.kind === 'correct-administration' ? doseOf(prescription, command.dose) : undefined;
  const startAt = command.at ?? corrected?.startAt ?? tools.now;
  return {
    ...base,
    subId: corrected?.subId ?? prescription.administrations.length + 1,
    startAt,
    endAt: startAt,
    amount: amountOf(command, prescription),
    completion: COMPLETION[command.outcome],
    action: corrected === undefined ? 'A' : 'U',
    ...reasonOf(command),
    ...(command.lot !== undefined && { lot: command.lot }),
  };
}

/** A dose that is not on the MAR, sent by force, stands for itself. */
function doseOf(prescription: Prescription, subId: number): RecordedAdministration {
  const known = prescription.administrations.find((dose) => dose.subId === subId);
  const { enteredAt, amountMin, unit } = prescription.order;
  return (
    known ?? { subId, startAt: enteredAt, amount: amountMin, unit, completion: 'CP', deleted: false, corrections: 0 }
  );
}

type StatedDose = Exclude<DoseCommand, { readonly kind: 'delete-administration' }>;

function amountOf(command: StatedDose, { order }: Prescription): number {
  switch (command.outcome) {
    case 'given':
      return command.amount ?? order.amountMin;
    case 'partial':
      return command.amount ?? order.amountMin / 2;
    case 'refused':
    case 'not-done':
      return 0;
    default:
      return never(command.outcome);
  }
}

/** RXA-18 is for refusals only: any value there means that the patient did not take the dose. */
function reasonOf({ outcome, reason }: StatedDose): Pick<Administration, 'refusalReason' | 'notes'> {
  if (reason === undefined) return {};
  const stated: Coded = typeof reason === 'string' ? { code: '', text: reason, system: '' } : reason;
  return outcome === 'refused' ? { refusalReason: stated } : { notes: [stated.text] };
}

/** The MAR after the dose. */
function record(prescription: Prescription, dose: Administration, at: Date): Prescription {
  const { subId, startAt, amount, unit, completion } = dose;
  const former = prescription.administrations.find((one) => one.subId === subId);
  const reason = dose.refusalReason?.text ?? dose.notes?.[0];
  const line: RecordedAdministration = {
    subId,
    startAt,
    amount,
    unit,
    completion,
    ...(reason !== undefined && { reason }),
    deleted: dose.action === 'D',
    corrections: (former?.corrections ?? 0) + (dose.action === 'U' ? 1 : 0),
  };
  const others = prescription.administrations.filter((one) => one !== former);
  const administrations = [...others, line].sort((a, b) => a.subId - b.subId);
  return taken(dose) ? given({ ...prescription, administrations }, at) : { ...prescription, administrations };
}

function taken({ action, completion }: Administration): boolean {
  return action !== 'D' && (completion === 'CP' || completion === 'PA');
}

function given(prescription: Prescription, at: Date): Prescription {
  if (prescription.state === 'given' || !medicationMayBecome(prescription.state, 'given')) return prescription;
  const history = [...prescription.history, { state: 'given' as const, at, control: 'RE' }];
  return { ...prescription, state: 'given', history };
}
