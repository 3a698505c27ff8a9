import type { Effect, SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import type { Specimen } from '../../src/messages/facts.js';
import { alert } from '../exchange/note.js';
import { ownNumber } from '../exchange/number.js';
import { inState, withOrder } from '../filler/filler-state.js';
import { numberOf, sendReports, tell } from '../filler/tell.js';
import { inWords, mayBecome } from '../status/order-status.js';
import type { LisCommand } from './commands.js';
import type { LabOrder, LisState } from './lis-state.js';
import { describe } from './report.js';

type ReceiveSpecimen = Extract<LisCommand, { readonly kind: 'receive-specimen' }>;
type Cancel = Extract<LisCommand, { readonly kind: 'cancel-by-laboratory' }>;

const COLLECTION_TO_RECEIPT_MS = 20 * 60_000;

/** The specimen is in the laboratory: SC with ORC-5 IP, OBR-25 I, OBR-14 and SPM-18. */
export function receiveSpecimen(
  state: LisState,
  order: LabOrder,
  command: ReceiveSpecimen,
  tools: SimulatorTools,
): Step<LisState> {
  if (!mayBecome(order.state, 'in-process') && !command.force) {
    return { state, effects: [alert(`specimen refused: order ${numberOf(order)} is ${inWords(order.state)}`)] };
  }
  const specimen = describeSpecimen(order, command.specimen ?? {}, tools);
  const collected = { ...order.order, specimen, ...(specimen.collectedAt && { collectedAt: specimen.collectedAt }) };
  const received = inState({ ...order, specimen, order: collected }, 'in-process', tools.now);
  const news = command.by === 'result' ? asResult(state, received, tools) : tell(state, received, 'SC', tools);
  const kept = command.force && !mayBecome(order.state, 'in-process') ? order : received;
  return { state: withOrder(state, order, { ...kept, sent: order.sent + 1 }), effects: [news] };
}

function asResult(state: LisState, order: LabOrder, tools: SimulatorTools): Effect {
  return sendReports(state, order, [describe(order, 'in-process', [], tools)], tools);
}

/** A specimen keeps the number that it came with; the laboratory numbers one that has none. */
function describeSpecimen(order: LabOrder, stated: Partial<Specimen>, tools: SimulatorTools): Specimen {
  const known = order.specimen;
  const collectedAt = known?.collectedAt ?? new Date(tools.now.getTime() - COLLECTION_TO_RECEIPT_MS);
  return {
    id: known?.id ?? ownNumber(tools, 'specimen', numberOf(order)),
    type: known?.type ?? order.test.specimen,
    collectedAt: order.order.collectedAt ?? collectedAt,
    receivedAt: tools.now,
    ...stated,
  };
}

/** OC: ORC-5 CA, OBR-25 X, the reason in ORC-16 and NTE. */
export function cancelByLaboratory(
  state: LisState,
  order: LabOrder,
  command: Cancel,
  tools: SimulatorTools,
): Step<LisState> {
  const isLegal = mayBecome(order.state, 'cancelled-by-filler');
  if (!isLegal && !command.force) {
    return { state, effects: [alert(`cancellation refused: order ${numberOf(order)} is ${inWords(order.state)}`)] };
  }
  const cancelled = { ...inState(order, 'cancelled-by-filler', tools.now), reason: command.reason };
  const reason = { code: '', text: command.reason, system: '' };
  const news = tell(state, cancelled, 'OC', tools, (told) => ({ ...told, reason }));
  return {
    state: withOrder(state, order, { ...(isLegal ? cancelled : order), sent: order.sent + 1 }),
    effects: [news],
  };
}
