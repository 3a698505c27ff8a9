import type { Effect, SimulatorTools } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import type { Appointment, Envelope } from '../../src/messages/facts.js';
import { versionsOf } from '../../src/messages/message-type.js';
import { type AppointmentFacts, siuS12, siuS13, siuS14, siuS15, siuS26 } from '../../src/messages/siu.js';
import { PROVIDERS } from '../../src/population/providers.js';
import { ownEnvelope, write } from '../exchange/envelope.js';
import { info } from '../exchange/note.js';
import { aboutOrder, numberOf } from '../filler/tell.js';
import { UNKNOWN_PROVIDER } from '../read/values.js';
import type { BookedAppointment, ImagingOrder, RisState } from './ris-state.js';

/** What happens to an appointment, its message, and the reason of table 0276 or in words. */
const EVENTS = {
  booked: { build: siuS12, reason: { code: 'ROUTINE', text: 'Routine appointment', system: 'HL70276' } },
  moved: { build: siuS13, reason: { code: '', text: 'Moved to another time', system: '' } },
  modified: { build: siuS14, reason: { code: '', text: 'Changed', system: '' } },
  cancelled: { build: siuS15, reason: { code: '', text: 'Cancelled', system: '' } },
  'no-show': { build: siuS26, reason: { code: '', text: 'The patient did not come', system: '' } },
} as const satisfies Readonly<
  Record<
    string,
    { build: (envelope: Envelope, facts: AppointmentFacts) => Message; reason: Appointment['eventReason'] }
  >
>;

/** SIU about the order's appointment; nothing when there is none. */
export function tellAppointment(
  state: RisState,
  order: ImagingOrder,
  event: keyof typeof EVENTS,
  tools: SimulatorTools,
  note?: string,
): readonly Effect[] {
  const about = aboutOrder(state, order);
  if (about === undefined || order.appointment === undefined) return [];
  if (!versionsOf('SIU').includes(tools.version)) return [info(`an appointment is not told in HL7 ${tools.version}`)];
  const { build, reason } = EVENTS[event];
  const { echo, ...who } = about;
  const appointment = describe(
    order,
    order.appointment,
    note === undefined ? reason : { code: '', text: note, system: '' },
  );
  const envelope = ownEnvelope(tools, state, ['SIU', event, numberOf(order), order.sent]);
  const message = write(envelope, state, (header) => build(header, { ...who, appointment }), echo);
  return [{ kind: 'send', message }];
}

const [RECEPTION = UNKNOWN_PROVIDER] = PROVIDERS.filter(({ hospitalService }) => hospitalService === 'RAD');

function describe(
  order: ImagingOrder,
  { number, startAt }: BookedAppointment,
  eventReason: Appointment['eventReason'],
): Appointment {
  const { code, text, system, durationMinutes } = order.procedure;
  return {
    filler: number,
    eventReason,
    service: { code, text, system },
    startAt,
    durationMinutes,
    location: { pointOfCare: 'RAD' },
    contact: RECEPTION,
    enteredBy: RECEPTION,
    order: order.order.numbers,
  };
}
