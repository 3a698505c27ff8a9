import { comp, type SegmentDraft, segment } from '../../hl7/build.js';
import { ce, pl, ts, xcn } from '../datatypes.js';
import type { Appointment } from '../facts.js';

/** AIS-2 and its like, table 0206: add, update, delete, no change. */
export type ResourceAction = 'A' | 'U' | 'D' | 'X';

/** RESOURCES: RGS and what the appointment takes up: the service (AIS), the place (AIL), the people (AIP). */
export function resources(appointment: Appointment, action: ResourceAction): readonly SegmentDraft[] {
  const start = ts(appointment.startAt);
  const duration = String(appointment.durationMinutes);
  const unit = comp('min', undefined, 'UCUM');
  const location = appointment.location;
  return [
    segment('RGS', { 1: '1', 2: action }),
    segment('AIS', { 1: '1', 2: action, 3: ce(appointment.service), 4: start, 7: duration, 8: unit }),
    ...(location === undefined
      ? []
      : [segment('AIL', { 1: '1', 2: action, 3: pl(location), 6: start, 9: duration, 10: unit })]),
    ...(appointment.personnel ?? []).map((person, index) =>
      segment('AIP', { 1: String(index + 1), 2: action, 3: xcn(person), 6: start, 9: duration, 10: unit }),
    ),
  ];
}
