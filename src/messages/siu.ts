import { type SegmentDraft, segment } from '../hl7/build.js';
import type { Message } from '../hl7/message.js';
import { compose, type Extra } from './compose.js';
import { ts } from './datatypes.js';
import type { Appointment, Envelope } from './facts.js';
import { type PatientFacts, patientAndVisit } from './patient-group.js';
import { nte } from './segments/nte.js';
import { type ResourceAction, resources } from './segments/resources.js';
import { type AppointmentStatus, sch } from './segments/sch.js';

export interface AppointmentFacts extends PatientFacts, Extra {
  readonly appointment: Appointment;
}

/** A new appointment is booked. */
export const siuS12 = notification('S12', 'Booked', 'A');
/** It is moved: `startAt` is the new time. */
export const siuS13 = notification('S13', 'Booked', 'U');
/** It is changed in something else than its time. */
export const siuS14 = notification('S14', 'Booked', 'U');
/** It is cancelled. */
export const siuS15 = notification('S15', 'Cancelled', 'D');
/** The patient did not come. */
export const siuS26 = notification('S26', 'Noshow', 'X');

/** SIU_S12, from 2.5. Table 0206's action tells the receiver what happens to each resource. */
function notification(trigger: string, status: AppointmentStatus, action: ResourceAction) {
  return (envelope: Envelope, facts: AppointmentFacts): Message => {
    const { appointment } = facts;
    const body = [
      sch(appointment, status),
      timing(appointment),
      ...nte(appointment.notes),
      ...patientAndVisit(facts),
      ...resources(appointment, action),
    ];
    return compose(envelope, 'SIU', trigger, body, facts);
  };
}

function timing(appointment: Appointment): SegmentDraft {
  return segment('TQ1', { 1: '1', 7: ts(appointment.startAt) });
}
