import { comp, type SegmentDraft, segment } from '../../hl7/build.js';
import { ce, ceTable, ei, xcn } from '../datatypes.js';
import type { Appointment } from '../facts.js';

/** SCH-25, table 0278. */
export type AppointmentStatus = 'Booked' | 'Cancelled' | 'Noshow';

/** SCH of 2.5 and later, where the time of the appointment stands in TQ1. */
export function sch(appointment: Appointment, status: AppointmentStatus): SegmentDraft {
  return segment('SCH', {
    1: ei(appointment.placer),
    2: ei(appointment.filler),
    6: ce(appointment.eventReason),
    9: String(appointment.durationMinutes),
    10: comp('min', undefined, 'UCUM'),
    16: xcn(appointment.contact),
    20: xcn(appointment.enteredBy),
    25: ceTable(status, '0278'),
    26: ei(appointment.order?.placer),
    27: ei(appointment.order?.filler),
  });
}
