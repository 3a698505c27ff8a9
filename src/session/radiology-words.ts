import type { FiledAppointment } from '../../simulators/ehr/filed-items.js';
import type { ImagingProgress } from './radiology-progress.js';

export type { ImagingProgress };
export type AppointmentStanding = FiledAppointment['standing'];

/** How far radiology is, in the words that follow "the radiology department has". */
export const IMAGING_PROGRESS: Readonly<Record<string, ImagingProgress>> = {
  'not scheduled the examination': 'nothing',
  'scheduled the examination': 'scheduled',
  'received the patient': 'arrived',
  'completed the examination': 'completed',
  'dictated a preliminary report': 'preliminary',
  'signed the report': 'final',
};

/** Where an appointment stands. */
export const APPOINTMENTS: Readonly<Record<string, AppointmentStanding>> = {
  booked: 'booked',
  moved: 'rescheduled',
  cancelled: 'cancelled',
  missed: 'no-show',
};
