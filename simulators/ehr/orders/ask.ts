import { never } from '../../../src/base/never.js';
import type { SimulatorTools, Step } from '../../../src/endpoint/simulator.js';
import type { ObservationOrder } from '../../../src/messages/facts.js';
import { findVisit } from '../../care/care-record.js';
import { ownEnvelope, write } from '../../exchange/envelope.js';
import { alert } from '../../exchange/note.js';
import { ownNumber } from '../../exchange/number.js';
import { routeTo } from '../../exchange/route.js';
import { orderMessage } from '../../exchange/send-order.js';
import { isOrder } from '../../read/numbers.js';
import type { Request } from '../../status/request.js';
import type { OrderCommand } from '../commands.js';
import type { EhrState, PlacedOrder } from '../ehr-state.js';
import { describeOrder, newlyPlaced } from './place.js';

export type AskCommand = Exclude<OrderCommand, { readonly kind: 'place-order' }>;

/**
 * A request about an order that was placed: the EHR asks, whatever it knows of the order, and waits for the filler's
 * answer (CR or UC, DR or UD ...) before it changes the status.
 */
export function askFor(state: EhrState, command: AskCommand, tools: SimulatorTools): Step<EhrState> {
  const placed = state.orders.find(({ order }) =>
    isOrder(order.numbers, { placer: command.order, filler: command.order }),
  );
  const { patient } = state.care;
  if (placed === undefined || patient === undefined) {
    return { state, effects: [alert(`${command.kind} refused: no order ${command.order.id} was placed`)] };
  }
  const request = requestOf(command);
  const visit = findVisit(state.care, placed.visit)?.visit;
  const about = [request, placed.number.id, placed.sent] as const;
  const asked = changed(placed, command, request, tools);
  const successor = successorOf(state, placed, command, tools);
  const facts = { patient, orders: [asked, ...(successor ? [successor.order] : [])], ...(visit && { visit }) };
  const envelope = ownEnvelope(tools, state, about, command.by);
  const message = write(envelope, state, (header) => orderMessage(placed.dialect, header, facts));
  return {
    state: noted(state, placed, request, asked, successor),
    effects: [{ kind: 'send', message }, ...(successor ? [routeTo(state.key, successor.number)] : [])],
  };
}

function requestOf({ kind }: AskCommand): Request {
  switch (kind) {
    case 'cancel-order':
      return 'CA';
    case 'discontinue-order':
      return 'DC';
    case 'hold-order':
      return 'HD';
    case 'release-order':
      return 'RL';
    case 'change-order':
      return 'XO';
    case 'replace-order':
      return 'RP';
    default:
      return never(kind);
  }
}

function changed(placed: PlacedOrder, command: AskCommand, control: Request, tools: SimulatorTools): ObservationOrder {
  const { number: _number, ...changes } = command.kind === 'change-order' ? command.changes : {};
  const reason = command.reason === undefined ? undefined : { code: '', text: command.reason, system: '' };
  return { ...placed.order, ...changes, control, enteredAt: tools.now, ...(reason && { reason }) };
}

/** RO: the order that takes the place of the one in the RP group before it. */
function successorOf(
  state: EhrState,
  placed: PlacedOrder,
  command: AskCommand,
  tools: SimulatorTools,
): PlacedOrder | undefined {
  if (command.kind !== 'replace-order') return undefined;
  const number = command.replacement.number ?? ownNumber(tools, 'placer', state.key, state.numbered);
  const { orderedBy, numbers } = placed.order;
  const described = describeOrder(command.replacement, number, numbers.group, orderedBy, tools.now);
  const order: ObservationOrder = { ...described, control: 'RO' };
  const visit = findVisit(state.care, placed.visit)?.visit;
  return { ...newlyPlaced(order, placed.dialect, visit, tools.now), replaces: placed.number };
}

function noted(
  state: EhrState,
  placed: PlacedOrder,
  request: Request,
  asked: ObservationOrder,
  successor: PlacedOrder | undefined,
): EhrState {
  const waiting: PlacedOrder = {
    ...placed,
    pending: request,
    sent: placed.sent + 1,
    ...(request === 'XO' && { proposed: asked }),
  };
  const orders = state.orders.map((order) => (order === placed ? waiting : order));
  if (successor === undefined) return { ...state, orders };
  return { ...state, orders: [...orders, successor], numbered: state.numbered + 1 };
}
