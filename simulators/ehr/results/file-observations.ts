import type { ReportedObservation } from '../../read/observation.js';
import { keptStatus, mayFollow } from '../../status/observation-status.js';
import type { FiledObservation } from '../filed-report.js';

export interface Filing {
  readonly observations: readonly FiledObservation[];
  /** Why something was not filed, or was filed with a doubt. */
  readonly alerts: readonly string[];
}

/** Files observations pair by pair: each replaces what stands under its pair of OBX-3 and OBX-4, and never regresses. */
export function fileObservations(
  filed: readonly FiledObservation[],
  reported: readonly ReportedObservation[],
  at: Date,
): Filing {
  return reported.reduce<Filing>((filing, observation) => fileOne(filing, observation, at), {
    observations: filed,
    alerts: [],
  });
}

function fileOne({ observations, alerts }: Filing, next: ReportedObservation, at: Date): Filing {
  const former = observations.find((candidate) => isSameObservation(candidate, next));
  if (!mayFollow(former?.status, next.status)) {
    return { observations, alerts: [...alerts, refusedPair(former, next)] };
  }
  const doubt = isChangedUnannounced(former, next)
    ? [`${pair(next)} changed from ${former?.values.join('~')} without a correction`]
    : [];
  const filed = replaced(former, next, at);
  const others =
    former === undefined ? [...observations, filed] : observations.map((one) => (one === former ? filed : one));
  return { observations: others, alerts: [...alerts, ...doubt] };
}

function replaced(former: FiledObservation | undefined, next: ReportedObservation, at: Date): FiledObservation {
  const status = keptStatus(former?.status, next.status);
  if (former === undefined) return { ...next, status, filedAt: at, history: [] };
  const keepsValue = next.status === 'U' || next.status === 'D' || next.status === 'W';
  const value = keepsValue ? former : next;
  const isNews = former.status !== status || former.values.join('~') !== value.values.join('~');
  const before = { values: former.values, unit: former.unit, status: former.status, filedAt: former.filedAt };
  return { ...value, status, filedAt: at, history: isNews ? [...former.history, before] : former.history };
}

/** A final value may be repeated, but not be another one under the same status. */
function isChangedUnannounced(former: FiledObservation | undefined, next: ReportedObservation): boolean {
  if (former === undefined || next.status !== 'F') return false;
  const wasFinal = former.status === 'F' || former.status === 'C';
  return wasFinal && former.values.join('~') !== next.values.join('~');
}

function refusedPair(former: FiledObservation | undefined, next: ReportedObservation): string {
  if (former === undefined) return `${pair(next)} came as ${next.status} although nothing had been filed`;
  return `${pair(next)} is ${former.status} and cannot become ${next.status}`;
}

function pair({ id, subId }: ReportedObservation): string {
  return `OBX-3 ${id.code}${subId === '' ? '' : ` OBX-4 ${subId}`}`;
}

/** The same pair of OBX-3 and OBX-4. */
function isSameObservation(a: ReportedObservation, b: ReportedObservation): boolean {
  return a.id.code === b.id.code && a.subId === b.subId;
}
