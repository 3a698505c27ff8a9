import type { Message } from '../hl7/message.js';
import { adtA31 } from '../messages/adt.js';
import type { Patient } from '../population/facts.js';
import { envelopeFor } from './envelope.js';
import { keyOf } from './people.js';
import type { Session } from './session.js';

/** An update of the person (A31) in the EHR's name, to be sent past the EHR: each has a control id of its own. */
export function personUpdate(session: Session, patient: Patient): Message {
  return adtA31(envelopeFor(session, 'ehr', keyOf(patient)), { patient });
}
