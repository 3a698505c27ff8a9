import type { SimulatorTools } from '../../../src/endpoint/simulator.js';
import type { Message } from '../../../src/hl7/message.js';
import { rrdO14 } from '../../../src/messages/rrd-o14.js';
import { rreO12 } from '../../../src/messages/rre-o12.js';
import { answering } from '../../exchange/answer-order.js';
import { alert } from '../../exchange/note.js';
import type { Received } from '../../exchange/receive.js';
import { unknownKey } from '../../exchange/refusal.js';
import { readDispense } from '../../read/dose.js';
import { readMedicationOrder } from '../../read/medication.js';
import { isOrder, mainNumber, readNumbers } from '../../read/numbers.js';
import { readControl, readReason } from '../../read/order.js';
import { type OrderGroup, readOrderGroups } from '../../read/order-groups.js';
import { isStopped } from '../../status/medication-status.js';
import type { EhrState, Prescription } from '../ehr-state.js';
import { applyMedicationNews, type MedicationProgress, moveTo, withPharmacyNumber } from '../medication/news.js';

type Apply = (prescription: Prescription, group: OrderGroup, at: Date) => MedicationProgress;

interface Applied {
  readonly state: EhrState;
  /** Why each group was not applied; undefined where it was. */
  readonly refusals: readonly (string | undefined)[];
}

/** ORP: the pharmacy's answer to a prescription or to a request about it. */
export function receiveMedicationAnswer(state: EhrState, message: Message, tools: SimulatorTools): Received<EhrState> {
  const { state: after, refusals } = applyAll(state, readOrderGroups(message), tools.now, applyMedicationNews);
  return { state: after, effects: refusals.flatMap((reason) => (reason === undefined ? [] : [alert(reason)])) };
}

/** RRA: a dose that the pharmacy does not take is no reason to take it off the MAR, but somebody has to look. */
export function receiveDoseAnswer(state: EhrState, message: Message): Received<EhrState> {
  const refused = readOrderGroups(message).filter((group) => readControl(group) === 'UA');
  const effects = refused.map((group) => {
    const number = mainNumber(readNumbers(group))?.id ?? 'without a number';
    return alert(
      `the pharmacy did not take a dose of prescription ${number}: ${readReason(group) ?? 'no reason given'}`,
    );
  });
  return { state, effects };
}

/** RDE: the order as the pharmacy encoded it becomes active on the MAR. */
export function receiveEncoded(state: EhrState, message: Message, tools: SimulatorTools): Received<EhrState> {
  const groups = readOrderGroups(message);
  const { patient } = state.care;
  if (patient === undefined) return { state, refusal: unknownKey(`patient ${state.key} is not known`, 'PID', 3) };
  const applied = applyAll(state, groups, tools.now, encode);
  const orders = groups.flatMap((group, index) => {
    const order = readMedicationOrder(group, applied.refusals[index] === undefined ? 'OK' : 'UA', tools.now);
    return order === undefined ? [] : [withReason(order, applied.refusals[index])];
  });
  const effects = applied.refusals.flatMap((reason) => (reason === undefined ? [] : [alert(reason)]));
  return answering(
    applied.state,
    message,
    tools,
    (envelope, answers) => rreO12(envelope, { answers, patient, orders }),
    effects,
  );
}

/** RDS: a dispense is counted once for each sub-id (RXD-1). */
export function receiveDispense(state: EhrState, message: Message, tools: SimulatorTools): Received<EhrState> {
  const groups = readOrderGroups(message);
  const { patient } = state.care;
  if (patient === undefined) return { state, refusal: unknownKey(`patient ${state.key} is not known`, 'PID', 3) };
  const applied = applyAll(state, groups, tools.now, dispense);
  const dispenses = groups.flatMap((group, index) => {
    const read = readDispense(group, applied.refusals[index] === undefined ? 'OK' : 'UA', tools.now);
    return read === undefined ? [] : [{ ...read, order: withReason(read.order, applied.refusals[index]) }];
  });
  const effects = applied.refusals.flatMap((reason) => (reason === undefined ? [] : [alert(reason)]));
  return answering(
    applied.state,
    message,
    tools,
    (envelope, answers) => rrdO14(envelope, { answers, patient, dispenses }),
    effects,
  );
}

function applyAll(state: EhrState, groups: readonly OrderGroup[], at: Date, apply: Apply): Applied {
  let applied: Applied = { state, refusals: [] };
  for (const group of groups) applied = applyOne(applied, group, at, apply);
  return applied;
}

function applyOne({ state, refusals }: Applied, group: OrderGroup, at: Date, apply: Apply): Applied {
  const numbers = readNumbers(group);
  const prescription = state.prescriptions.find(({ order }) => isOrder(order.numbers, numbers));
  if (prescription === undefined) {
    const text = `${readControl(group)} for prescription ${mainNumber(numbers)?.id ?? 'without a number'}, which was never written`;
    return { state, refusals: [...refusals, text] };
  }
  const progress = apply(prescription, group, at);
  if (progress.kind === 'illegal') return { state, refusals: [...refusals, progress.reason] };
  const prescriptions = state.prescriptions.map((one) => (one === prescription ? progress.prescription : one));
  return { state: { ...state, prescriptions }, refusals: [...refusals, undefined] };
}

function encode(prescription: Prescription, group: OrderGroup, at: Date): MedicationProgress {
  const control = readControl(group);
  if (control !== 'RE' && control !== 'NW' && control !== 'XO') return applyMedicationNews(prescription, group, at);
  const numbered = withPharmacyNumber(prescription, group);
  if (numbered.kind === 'illegal') return numbered;
  const encoded = readMedicationOrder(group, 'RE', at);
  const { code, text, system } = encoded?.drug ?? prescription.order.drug;
  const known: Prescription = { ...numbered.prescription, accepted: true, giveCode: { code, text, system } };
  if (isStopped(prescription.state)) return moveTo(prescription, 'verified', control, at);
  // A new version of an active order supersedes it and changes no status.
  return prescription.state === 'placed'
    ? moveTo(known, 'verified', control, at)
    : { kind: 'moved', prescription: known };
}

function dispense(prescription: Prescription, group: OrderGroup, at: Date): MedicationProgress {
  const read = readDispense(group, 'RE', at);
  const subId = String(read?.subId ?? '');
  if (prescription.dispenses.some((one) => one.subId === subId)) return { kind: 'moved', prescription };
  const moved =
    prescription.state === 'given'
      ? ({ kind: 'moved', prescription } as const)
      : moveTo(prescription, 'dispensed', 'RE', at);
  if (moved.kind === 'illegal' || read === undefined) return moved;
  const { dispensedAt, amount, lot } = read;
  const line = { subId, at: dispensedAt, amount, ...(lot !== undefined && { lot }) };
  return { kind: 'moved', prescription: { ...moved.prescription, dispenses: [...prescription.dispenses, line] } };
}

function withReason<O extends object>(order: O, text: string | undefined): O {
  return text === undefined ? order : { ...order, reason: { code: '', text, system: '' } };
}
