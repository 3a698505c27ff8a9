import { peakRateOf } from '../arrival/arrival-schedule.js';
import type { ArrivalModel, LoadPlan } from './load-plan.js';

/** What a person has to say, and what may be left out. */
export type GivenPlan = Pick<LoadPlan, 'arrival' | 'targets'> & Partial<LoadPlan>;

const PATIENTS = 50;
const ACKNOWLEDGMENT_TIMEOUT_MS = 10_000;

/** Fills the defaults in: they are those of a careful test over kept-open, synchronous connections. */
export function completePlan(given: GivenPlan): LoadPlan {
  const acknowledgmentTimeoutMs = given.acknowledgmentTimeoutMs ?? ACKNOWLEDGMENT_TIMEOUT_MS;
  const connections = given.connections ?? (given.arrival.kind === 'closed' ? given.arrival.users : 8);
  return {
    name: 'load',
    seed: '1',
    mix: [{ kind: 'message', name: 'ADT^A01', weight: 1 }],
    farEnds: [],
    patients: PATIENTS,
    version: '2.5.1',
    connections,
    leastConnections: connections,
    perMessage: false,
    acknowledgment: 'original',
    faults: [],
    farEndFaults: [],
    sut: [],
    depth: 1,
    queueLimit: queueLimit(given.arrival, acknowledgmentTimeoutMs),
    thinkMs: 0,
    warmUpMs: 0,
    lateMs: 60_000,
    settleMs: 10_000,
    sizeBytes: 0,
    thresholds: [],
    abortOnFail: false,
    workers: 1,
    ...given,
    acknowledgmentTimeoutMs,
  };
}

/** What may wait without any of it having waited too long: rate times acknowledgment timeout. */
function queueLimit(arrival: ArrivalModel, acknowledgmentTimeoutMs: number): number {
  if (arrival.kind === 'closed') return arrival.users;
  return Math.max(1, Math.ceil((peakRateOf(arrival.stages) * acknowledgmentTimeoutMs) / 1_000));
}
