import type { Message } from '../../../src/hl7/message.js';
import type { Envelope } from '../../../src/messages/facts.js';
import type { Patient, Visit } from '../../../src/population/facts.js';
import { type CareRecord, type VisitRecord, withVisit } from '../../care/care-record.js';
import { type VisitEvent, visitAfter } from '../../status/visit-status.js';

/** What an ADT command comes to: the message, the record after it, and what speaks against it. */
export interface AdtPlan {
  readonly event: string;
  readonly record: CareRecord;
  readonly build: (envelope: Envelope) => Message;
  /** The command does not fit the record. */
  readonly illegal?: string;
}

/** Nothing can be sent, not even by force. */
export interface NoPlan {
  readonly refused: string;
}

export type Builder<F> = (envelope: Envelope, facts: F) => Message;

interface VisitFacts {
  readonly patient: Patient;
  readonly visit: Visit;
}

/** A visit event whose message needs no more than patient and visit. `known` is the visit as it was. */
export function visitPlan(
  record: CareRecord,
  known: VisitRecord | undefined,
  event: VisitEvent,
  facts: VisitFacts,
  at: Date,
  build: Builder<VisitFacts>,
): AdtPlan {
  const status = visitAfter(event, known?.status);
  const moved: VisitRecord = {
    visit: facts.visit,
    status: status ?? 'open',
    history: [
      ...(known?.history ?? []),
      { event, at, ...(facts.visit.location && { location: facts.visit.location }) },
    ],
    formerNumbers: former(known, facts.visit),
    echo: {},
  };
  return {
    event,
    record: withVisit({ ...record, patient: facts.patient }, moved, known),
    build: (envelope) => build(envelope, facts),
    ...(status === undefined && { illegal: misfit(event, known) }),
  };
}

function former(known: VisitRecord | undefined, visit: Visit): VisitRecord['formerNumbers'] {
  if (known === undefined) return [];
  const renumbered = known.visit.number.id !== visit.number.id;
  return renumbered ? [...known.formerNumbers, known.visit.number] : known.formerNumbers;
}

function misfit(event: VisitEvent, known: VisitRecord | undefined): string {
  return known === undefined
    ? `${event} for a visit that is not known`
    : `${event} for a visit that is ${known.status}`;
}
