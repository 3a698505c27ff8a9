import type { Identifier, Location, Patient, Visit } from '../../src/population/facts.js';
import type { VisitStatus } from '../status/visit-status.js';
import type { Echo } from './echo.js';

/** One thing that happened to a visit. */
export interface VisitMove {
  /** The ADT event: A01, A02 ... */
  readonly event: string;
  readonly at: Date;
  readonly location?: Location;
}

export interface VisitRecord {
  readonly visit: Visit;
  readonly status: VisitStatus;
  readonly history: readonly VisitMove[];
  /** Visit numbers that a class change (A06, A07) gave up. */
  readonly formerNumbers: readonly Identifier[];
  readonly echo: Echo;
}

/** What a system knows of one patient. */
export interface CareRecord {
  /** Absent until somebody has spoken of the patient. */
  readonly patient?: Patient;
  readonly visits: readonly VisitRecord[];
  /** Key of the record that took this one over. */
  readonly mergedInto?: string;
  /** Keys of the records that were merged into this one. */
  readonly absorbed: readonly string[];
  readonly echo: Echo;
  /** MSH-18 of the last message about the patient. */
  readonly charset?: string;
}

export const NO_RECORD: CareRecord = { visits: [], absorbed: [], echo: {} };

/** A visit by its number, or by one that it had before. Without a number: the one that is open, else the last. */
export function findVisit(record: CareRecord, number: Identifier | undefined): VisitRecord | undefined {
  if (number === undefined) return record.visits.findLast(({ status }) => status === 'open') ?? record.visits.at(-1);
  const matches = (candidate: Identifier): boolean => isSameNumber(candidate, number);
  return record.visits.findLast(({ visit, formerNumbers }) => matches(visit.number) || formerNumbers.some(matches));
}

export function isSameNumber(a: Identifier, b: Identifier): boolean {
  return a.id === b.id && (a.authority === b.authority || a.authority === '' || b.authority === '');
}

/** The record with `changed` in the place of `known`, or added to it. */
export function withVisit(record: CareRecord, changed: VisitRecord, known: VisitRecord | undefined): CareRecord {
  const place = known === undefined ? -1 : record.visits.indexOf(known);
  const visits = place < 0 ? [...record.visits, changed] : record.visits.with(place, changed);
  return { ...record, visits };
}

/** The survivor's record after it took over another: its own person, the visits of both. */
export function absorb(survivor: CareRecord, subsumed: CareRecord, key: string): CareRecord {
  return {
    ...survivor,
    visits: [...subsumed.visits, ...survivor.visits],
    absorbed: [...survivor.absorbed, key, ...subsumed.absorbed],
  };
}
