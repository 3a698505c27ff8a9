import type { Message } from '../hl7/message.js';
import type { Patient, Visit } from '../population/facts.js';
import { compose, type Extra } from './compose.js';
import type { ClinicalDocument, Envelope } from './facts.js';
import { bareObservations, observationGroups } from './observations.js';
import { type EventFacts, evn } from './segments/evn.js';
import { pid } from './segments/pid.js';
import { pv1 } from './segments/pv1.js';
import { txa } from './segments/txa.js';
import { isSince } from './version.js';

export interface DocumentFacts extends EventFacts, Extra {
  readonly patient: Patient;
  /** PV1 is required here. */
  readonly visit: Visit;
  readonly document: ClinicalDocument;
}

/** Original document with its content. From 2.3.1. The orders that it belongs to stand in TXA-14 and TXA-15. */
export function mdmT02(envelope: Envelope, facts: DocumentFacts): Message {
  const { patient, visit, document } = facts;
  const { version } = envelope;
  const content = isSince('2.5', version) ? observationGroups : bareObservations;
  const body = [
    evn(envelope, 'T02', facts),
    pid(patient),
    pv1(visit),
    txa(document),
    ...content(document.content, { version }),
  ];
  return compose(envelope, 'MDM', 'T02', body, facts);
}
