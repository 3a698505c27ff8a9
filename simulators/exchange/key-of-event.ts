import { never } from '../../src/base/never.js';
import type { SimulatorEvent } from '../../src/endpoint/simulator.js';
import { keyOfPatient, type PatientReference } from '../care/patient-key.js';
import { keyOfAny } from './route.js';

/** The patient of a command or a message; a message of ours and its reply belong to the patient whom ours names. */
export function keyOfEvent(event: SimulatorEvent<{ readonly patient: PatientReference }>): string {
  switch (event.kind) {
    case 'command':
      return keyOfPatient(event.command.patient);
    case 'received':
      return keyOfAny(event.message);
    case 'answered':
    case 'unanswered':
      return keyOfAny(event.sent);
    case 'timer':
      // A timer comes back to the key for which it was scheduled.
      return '';
    default:
      return never(event);
  }
}
