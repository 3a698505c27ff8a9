import type { Message } from '../../../src/hl7/message.js';
import { alert } from '../../exchange/note.js';
import type { Received } from '../../exchange/receive.js';
import { refusal } from '../../exchange/refusal.js';
import { sameNumber } from '../../read/numbers.js';
import { coded, entityIdentifier, time } from '../../read/values.js';
import type { EhrState } from '../ehr-state.js';
import type { FiledAppointment } from '../filed-items.js';

const STANDING: Readonly<Record<string, FiledAppointment['standing']>> = {
  S12: 'booked',
  S13: 'rescheduled',
  S14: 'modified',
  S15: 'cancelled',
  S26: 'no-show',
};

/** SIU: an appointment is booked once; what follows speaks of one that is known and still stands. */
export function receiveAppointment(state: EhrState, message: Message): Received<EhrState> {
  const sch = message.first('SCH');
  const number = entityIdentifier(sch, '2') ?? entityIdentifier(sch, '1');
  const standing = STANDING[message.type.trigger];
  if (number === undefined || standing === undefined) {
    return { state, refusal: refusal('101', 'SCH-2 is required', { segment: 'SCH', sequence: 1, field: 2 }) };
  }
  const known = state.appointments.find((appointment) => sameNumber(appointment.number, number));
  const doubt = misfit(known, standing, number.id);
  if (doubt !== undefined) return { state, effects: [alert(doubt)] };
  const startAt = time(message.first('TQ1'), '7') ?? time(sch, '11.4') ?? time(message.first('AIS'), '4');
  const filed: FiledAppointment = {
    number,
    standing,
    ...(startAt && { startAt }),
    service: coded(message.first('AIS'), '3') ?? coded(sch, '8') ?? { code: '', text: '', system: '' },
    reason: coded(sch, '6')?.text ?? '',
  };
  const others = state.appointments.filter((appointment) => appointment !== known);
  return { state: { ...state, appointments: [...others, filed] } };
}

function misfit(
  known: FiledAppointment | undefined,
  next: FiledAppointment['standing'],
  id: string,
): string | undefined {
  if (next === 'booked') return known === undefined ? undefined : `appointment ${id} was booked before`;
  if (known === undefined) return `appointment ${id} is ${next} but was never booked`;
  const isOver = known.standing === 'cancelled' || known.standing === 'no-show';
  return isOver ? `appointment ${id} is ${known.standing} and cannot be ${next}` : undefined;
}
