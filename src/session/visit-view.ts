import { AssertionError } from 'node:assert';
import type { CareRecord, VisitRecord } from '../../simulators/care/care-record.js';
import type { VisitStatus } from '../../simulators/status/visit-status.js';
import type { Role } from '../endpoint/simulator.js';
import type { Location, Patient } from '../population/facts.js';
import { keyOf } from './people.js';
import { ROLE_NAMES, type Session } from './session.js';
import { HarnessError } from './trouble.js';
import { waitFor } from './waiting.js';

/** What a system must know of the patient's visit, after what the system under test has told it. */
export interface ExpectedVisit {
  readonly status: VisitStatus;
  /** `ICU^101^A` */
  readonly bed?: string;
}

/** Waits until a simulated system knows the visit as expected, under the visit number that the scenario gave it. */
export async function expectVisit(session: Session, at: Role, expected: ExpectedVisit): Promise<void> {
  const { visit } = session.cast.guest();
  if (visit === undefined) throw new HarnessError('the scenario speaks of a visit before there is one');
  const found = (): VisitRecord | undefined =>
    careAt(session, at).visits.find((known) => known.visit.number.id === visit.number.id);
  const { book, timer, expectationMs } = session.stage;
  const seen = await waitFor(book, timer, expectationMs, () => (agrees(found(), expected) ? true : undefined));
  if (seen) return;
  throw new AssertionError({
    message: `the ${ROLE_NAMES[at]} knows the visit otherwise\n  expected ${describe(expected.status, expected.bed)}, actual ${describeRecord(found())}`,
  });
}

/** What a simulated system knows of a person. */
export function careAt(session: Session, at: Role, who?: string): CareRecord {
  const { patient } = session.cast.guest(who);
  return session.player(at).state(keyOf(patient)).care;
}

/** Waits until a fact of the person is as expected in a simulated system. */
export async function expectKnown(
  session: Session,
  at: Role,
  fact: string,
  holds: (patient: Patient | undefined) => boolean,
): Promise<void> {
  const { book, timer, expectationMs } = session.stage;
  const seen = await waitFor(book, timer, expectationMs, () => (holds(careAt(session, at).patient) ? true : undefined));
  if (!seen) throw new AssertionError({ message: `the ${ROLE_NAMES[at]} does not know that ${fact}` });
}

function agrees(record: VisitRecord | undefined, { status, bed }: ExpectedVisit): boolean {
  return record?.status === status && (bed === undefined || bedText(record.visit.location) === bed);
}

function bedText(location: Location | undefined): string {
  return [location?.pointOfCare, location?.room, location?.bed].filter(Boolean).join('^');
}

function describeRecord(record: VisitRecord | undefined): string {
  return record === undefined
    ? 'a visit that it has never heard of'
    : describe(record.status, bedText(record.visit.location));
}

function describe(status: VisitStatus, bed: string | undefined): string {
  return bed ? `${status} in ${bed}` : status;
}
