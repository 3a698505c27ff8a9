import { never } from '../../../src/base/never.js';
import type { SimulatorTools, Step } from '../../../src/endpoint/simulator.js';
import type { MedicationOrder } from '../../../src/messages/facts.js';
import { ompO09 } from '../../../src/messages/omp-o09.js';
import { findVisit } from '../../care/care-record.js';
import { ownEnvelope, write } from '../../exchange/envelope.js';
import { alert } from '../../exchange/note.js';
import { ownNumber } from '../../exchange/number.js';
import { routeTo } from '../../exchange/route.js';
import type { Request } from '../../status/request.js';
import type { MedicationCommand } from '../commands.js';
import { type EhrState, findPrescription, type Prescription } from '../ehr-state.js';
import { describePrescription, newlyPrescribed } from './prescribe.js';

export type AskForMedication = Exclude<
  MedicationCommand,
  { readonly kind: 'prescribe' | 'administer' | 'correct-administration' | 'delete-administration' }
>;

/** OMP^O09 CA, DC, HD, RL, XO or RP with RO. The prescription changes when the pharmacy has granted it. */
export function askForMedication(state: EhrState, command: AskForMedication, tools: SimulatorTools): Step<EhrState> {
  const prescription = findPrescription(state, command.order);
  const { patient } = state.care;
  if (prescription === undefined || patient === undefined) {
    return { state, effects: [alert(`${command.kind} refused: no prescription ${command.order.id} was written`)] };
  }
  const request = requestOf(command);
  const visit = findVisit(state.care, prescription.visit)?.visit;
  const asked = changed(prescription, command, request, tools);
  const successor = successorOf(state, prescription, command, tools);
  const orders = [asked, ...(successor ? [successor.order] : [])];
  const envelope = ownEnvelope(tools, state, [request, prescription.number.id, prescription.sent], command.by);
  const message = write(envelope, state, (header) => ompO09(header, { patient, orders, ...(visit && { visit }) }));
  return {
    state: noted(state, prescription, request, asked, successor),
    effects: [{ kind: 'send', message }, ...(successor ? [routeTo(state.key, successor.number)] : [])],
  };
}

function requestOf({ kind }: AskForMedication): Request {
  switch (kind) {
    case 'cancel-prescription':
      return 'CA';
    case 'discontinue-prescription':
      return 'DC';
    case 'hold-prescription':
      return 'HD';
    case 'release-prescription':
      return 'RL';
    case 'change-prescription':
      return 'XO';
    case 'replace-prescription':
      return 'RP';
    default:
      return never(kind);
  }
}

function changed(
  prescription: Prescription,
  command: AskForMedication,
  control: Request,
  tools: SimulatorTools,
): MedicationOrder {
  const { number: _number, ...changes } = command.kind === 'change-prescription' ? command.changes : {};
  const reason = command.reason === undefined ? undefined : { code: '', text: command.reason, system: '' };
  return { ...prescription.order, ...changes, control, enteredAt: tools.now, ...(reason && { reason }) };
}

function successorOf(
  state: EhrState,
  prescription: Prescription,
  command: AskForMedication,
  tools: SimulatorTools,
): Prescription | undefined {
  if (command.kind !== 'replace-prescription') return undefined;
  const number = command.replacement.number ?? ownNumber(tools, 'placer', state.key, state.numbered);
  const { orderedBy, numbers } = prescription.order;
  const described = describePrescription(command.replacement, number, numbers.group, orderedBy, tools.now);
  const visit = findVisit(state.care, prescription.visit)?.visit;
  const order: MedicationOrder = { ...described, control: 'RO' };
  return { ...newlyPrescribed(order, visit, tools.now), replaces: prescription.number };
}

function noted(
  state: EhrState,
  prescription: Prescription,
  request: Request,
  asked: MedicationOrder,
  successor: Prescription | undefined,
): EhrState {
  const waiting: Prescription = {
    ...prescription,
    pending: request,
    sent: prescription.sent + 1,
    ...(request === 'XO' && { proposed: asked }),
  };
  const prescriptions = state.prescriptions.map((one) => (one === prescription ? waiting : one));
  if (successor === undefined) return { ...state, prescriptions };
  return { ...state, prescriptions: [...prescriptions, successor], numbered: state.numbered + 1 };
}
