import type { SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import { ownNumber } from '../exchange/number.js';
import { inState, withOrder } from '../filler/filler-state.js';
import { numberOf, tell } from '../filler/tell.js';
import { tellAppointment } from './appointment.js';
import type { RisCommand } from './commands.js';
import type { BookedAppointment, ImagingOrder, RisState } from './ris-state.js';
import { move, refuse } from './tell.js';

type Schedule = Extract<RisCommand, { readonly kind: 'schedule' | 'reschedule' }>;
type Modify = Extract<RisCommand, { readonly kind: 'modify-appointment' | 'cancel-appointment' }>;
type Cancel = Extract<RisCommand, { readonly kind: 'no-show' | 'cancel-by-radiology' }>;

/** SC with ORC-5 SC, OBR-25 S and OBR-36; with an appointment also SIU^S12, or S13 when it moves. */
export function schedule(
  state: RisState,
  order: ImagingOrder,
  command: Schedule,
  tools: SimulatorTools,
): Step<RisState> {
  return move(state, order, 'scheduled', command, tools, (moved) => {
    const wanted = command.kind === 'reschedule' || command.appointment ? booked(order, command, tools) : undefined;
    const timed: ImagingOrder = {
      ...moved,
      order: { ...moved.order, scheduledAt: command.at },
      ...(wanted && { appointment: wanted }),
    };
    const isMoved = order.appointment?.standing === 'booked';
    const news = wanted === undefined ? [] : tellAppointment(state, timed, isMoved ? 'moved' : 'booked', tools);
    return { order: timed, effects: [tell(state, timed, 'SC', tools), ...news] };
  });
}

/** The appointment at the new time. Moving an order that has none books nothing. */
function booked(order: ImagingOrder, command: Schedule, tools: SimulatorTools): BookedAppointment | undefined {
  const standing = order.appointment?.standing;
  if (command.kind === 'reschedule' && standing === undefined) return undefined;
  if (order.appointment !== undefined && standing === 'booked') return { ...order.appointment, startAt: command.at };
  return {
    number: ownNumber(tools, 'appointment', numberOf(order), order.sent),
    startAt: command.at,
    standing: 'booked',
  };
}

/** SIU^S14 or S15: the order itself stays as it is. */
export function changeAppointment(
  state: RisState,
  order: ImagingOrder,
  command: Modify,
  tools: SimulatorTools,
): Step<RisState> {
  if (order.appointment?.standing !== 'booked') return refuse(state, command.kind, order, 'has no appointment');
  const isCancelled = command.kind === 'cancel-appointment';
  const note = isCancelled ? command.reason : command.note;
  const effects = tellAppointment(state, order, isCancelled ? 'cancelled' : 'modified', tools, note);
  const standing = isCancelled ? ('cancelled' as const) : ('booked' as const);
  const after = { ...order, appointment: { ...order.appointment, standing }, sent: order.sent + 1 };
  return { state: withOrder(state, order, after), effects };
}

/** OC with the reason, and the appointment's own news. */
export function cancel(state: RisState, order: ImagingOrder, command: Cancel, tools: SimulatorTools): Step<RisState> {
  const isNoShow = command.kind === 'no-show';
  const text = isNoShow ? 'The patient did not come' : command.reason;
  return move(state, order, 'cancelled-by-filler', command, tools, () => {
    const { appointment } = order;
    const standing = isNoShow ? ('no-show' as const) : ('cancelled' as const);
    const cancelled: ImagingOrder = {
      ...inState(order, 'cancelled-by-filler', tools.now),
      reason: text,
      ...(appointment && { appointment: { ...appointment, standing } }),
    };
    const reason = { code: '', text, system: '' };
    const about =
      appointment?.standing === 'booked'
        ? tellAppointment(state, cancelled, isNoShow ? 'no-show' : 'cancelled', tools, text)
        : [];
    return {
      order: cancelled,
      effects: [tell(state, cancelled, 'OC', tools, (news) => ({ ...news, reason })), ...about],
    };
  });
}
