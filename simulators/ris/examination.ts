import type { Effect, SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import { dftP03 } from '../../src/messages/dft-p03.js';
import { versionsOf } from '../../src/messages/message-type.js';
import { ownEnvelope, write } from '../exchange/envelope.js';
import { info } from '../exchange/note.js';
import { withOrder } from '../filler/filler-state.js';
import { aboutOrder, tell } from '../filler/tell.js';
import { canGrant } from '../status/request.js';
import type { RisCommand } from './commands.js';
import type { ImagingOrder, RisState } from './ris-state.js';
import { move, refuse } from './tell.js';

type Arrive = Extract<RisCommand, { readonly kind: 'arrive' }>;
type Complete = Extract<RisCommand, { readonly kind: 'complete' }>;
type Change = Extract<RisCommand, { readonly kind: 'change-examination' }>;

/** Characters of FT1-2 (2.5.1 §6.5.1.2). */
const LONGEST_TRANSACTION_ID = 12;

/** SC with ORC-5 IP: the patient has come, the examination begins. */
export function arrive(state: RisState, order: ImagingOrder, command: Arrive, tools: SimulatorTools): Step<RisState> {
  return move(state, order, 'in-process', command, tools, (moved) => ({
    order: begun(moved, tools.now),
    effects: [tell(state, begun(moved, tools.now), 'SC', tools)],
  }));
}

/** OBR-7: the examination is what is observed. */
function begun(order: ImagingOrder, at: Date): ImagingOrder {
  return { ...order, order: { ...order.order, collectedAt: at } };
}

/** SC with ORC-5 CM and no OBR-25: done, not yet reported. A charge goes out once. */
export function complete(
  state: RisState,
  order: ImagingOrder,
  command: Complete,
  tools: SimulatorTools,
): Step<RisState> {
  const isDue = order.state === 'in-process' && !order.performed;
  if (!isDue && !command.force) {
    return refuse(state, command.kind, order, order.performed ? 'was completed before' : `is ${order.state}`);
  }
  const news = tell(state, order, 'SC', tools, ({ resultStatus: _none, ...told }) => ({ ...told, status: 'CM' }));
  const charges = command.charge && !order.charged ? charge(state, order, tools) : [];
  const done = {
    ...order,
    performed: isDue || order.performed,
    charged: order.charged || charges.length > 0,
    sent: order.sent + 1,
  };
  return { state: withOrder(state, order, done), effects: [news, ...charges] };
}

function charge(state: RisState, order: ImagingOrder, tools: SimulatorTools): readonly Effect[] {
  const about = aboutOrder(state, order);
  const { filler } = order.order.numbers;
  if (about === undefined || filler === undefined) return [];
  if (!versionsOf('DFT').includes(tools.version)) return [info(`a charge is not told in HL7 ${tools.version}`)];
  const { echo, ...who } = about;
  const { code, text, system } = order.procedure;
  const item = {
    transactionId: tools.mint('charge', filler.id).slice(0, LONGEST_TRANSACTION_ID),
    at: tools.now,
    type: 'CG',
    code: { code, text, system },
    quantity: 1,
    filler,
    orderedBy: order.order.orderedBy,
  } as const;
  const envelope = ownEnvelope(tools, state, ['DFT', filler.id, order.sent]);
  const message = write(envelope, state, (header) => dftP03(header, { ...who, charges: [item] }), echo);
  return [{ kind: 'send', message }];
}

/** XO with the examination that is done instead; the placer answers XR or UX. */
export function changeExamination(
  state: RisState,
  order: ImagingOrder,
  command: Change,
  tools: SimulatorTools,
): Step<RisState> {
  if (!canGrant('XO', order.state) && !command.force) return refuse(state, command.kind, order, `is ${order.state}`);
  const { code, text, system } = command.procedure;
  const changed: ImagingOrder = {
    ...order,
    procedure: command.procedure,
    order: { ...order.order, service: { code, text, system } },
  };
  const reason = { code: '', text: command.reason, system: '' };
  const news = tell(state, changed, 'XO', tools, (told) => ({ ...told, reason }));
  return { state: withOrder(state, order, { ...changed, sent: order.sent + 1 }), effects: [news] };
}
