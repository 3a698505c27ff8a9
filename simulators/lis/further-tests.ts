import type { SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import type { ObservationOrder } from '../../src/messages/facts.js';
import { info } from '../exchange/note.js';
import { ownNumber } from '../exchange/number.js';
import { numberOf, tell } from '../filler/tell.js';
import { UNKNOWN_PROVIDER } from '../read/values.js';
import { analyteOf } from './catalogue.js';
import type { LisCommand } from './commands.js';
import type { LabOrder, LisState } from './lis-state.js';
import { printed } from './observations.js';
import { report } from './report.js';

type Further = Extract<LisCommand, { readonly kind: 'reflex' | 'add-on' }>;
type Unsolicited = Extract<LisCommand, { readonly kind: 'report-unsolicited' }>;
type OwnOrder = Extract<LisCommand, { readonly kind: 'order-itself' }>;

/**
 * A further test on the specimen of `parent`: a filler number of its own, the parent's numbers in ORC-8 and OBR-29, the
 * result that led to it in OBR-26. The laboratory ordered it, so ORC-2 stays empty; the specimen is there already.
 */
export function addTest(state: LisState, parent: LabOrder, command: Further, tools: SimulatorTools): Step<LisState> {
  const because = command.because === undefined ? undefined : analyteOf(parent.test, command.because);
  const cause = parent.observations.find(({ id }) => id.code === because?.code) ?? parent.observations[0];
  const { placer, filler } = parent.order.numbers;
  const child = ownOrder(state, command.test, tools, {
    ...parent.order,
    numbers: {
      ...(parent.order.numbers.group && { group: parent.order.numbers.group }),
      parent: { ...(placer && { placer }), ...(filler && { filler }) },
    },
    specimenAction: command.kind === 'reflex' ? 'G' : 'A',
  });
  const order: LabOrder = {
    ...child,
    state: 'in-process',
    ...(parent.visit && { visit: parent.visit }),
    visitEcho: parent.visitEcho,
    dialect: parent.dialect,
    ...(parent.specimen && { specimen: parent.specimen }),
    ...(cause && {
      parentResult: { id: cause.id, ...(cause.subId !== undefined && { subId: cause.subId }), text: printed(cause) },
    }),
  };
  const added = { ...state, orders: [...state.orders, order], own: state.own + 1 };
  return { state: added, effects: [info(`${command.kind} ${command.test.text} on order ${numberOf(parent)}`)] };
}

/** A result that nobody ordered. */
export function reportUnsolicited(state: LisState, command: Unsolicited, tools: SimulatorTools): Step<LisState> {
  const order: LabOrder = { ...ownOrder(state, command.test, tools), state: 'in-process' };
  const opened = { ...state, orders: [...state.orders, order], own: state.own + 1 };
  const { values, mode, patient, force } = command;
  const as = command.as ?? 'final';
  const asked = {
    kind: 'report',
    patient,
    order: order.order.numbers.filler ?? NO_NUMBER,
    as,
    ...(values && { values }),
    ...(mode && { mode }),
    ...(force && { force }),
  } as const;
  return report(opened, order, asked, tools);
}

const NO_NUMBER = { id: '', namespace: '' };

/** SN with a filler number alone: the answer NA brings the placer number. */
export function orderItself(state: LisState, command: OwnOrder, tools: SimulatorTools): Step<LisState> {
  const order = ownOrder(state, command.test, tools);
  const news = tell(state, order, 'SN', tools);
  const placed = { ...order, sent: 1 };
  return { state: { ...state, orders: [...state.orders, placed], own: state.own + 1 }, effects: [news] };
}

/** An order under a filler number of its own, for the open visit. */
function ownOrder(
  state: LisState,
  test: LabOrder['test'],
  tools: SimulatorTools,
  from: Partial<ObservationOrder> = {},
): LabOrder {
  const open = state.care.visits.findLast(({ status }) => status === 'open');
  const filler = ownNumber(tools, 'filler', 'own', state.key, state.own);
  const order: ObservationOrder = {
    priority: 'R',
    orderedBy: open?.visit.attending ?? UNKNOWN_PROVIDER,
    section: 'LAB',
    ...from,
    control: 'NW',
    numbers: { ...from.numbers, filler },
    service: test,
    enteredAt: tools.now,
  };
  return {
    order,
    test,
    state: 'accepted',
    history: [{ state: 'accepted', at: tools.now }],
    ...(open && { visit: open.visit }),
    visitEcho: open?.echo ?? {},
    dialect: 'ORM',
    observations: [],
    sent: 0,
  };
}
