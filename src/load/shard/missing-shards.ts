import type { LoadResult } from '../../evidence/load-result.js';
import type { IntervalSample } from '../measure/recorder.js';
import { placeText, type ShardRecord } from './shard-record.js';

/** A shard whose result never came. */
export interface MissingShard {
  /** From 0. */
  readonly index: number;
  readonly host?: string;
  /** Why, one clause: `no sign of life for 60 s`. */
  readonly reason?: string;
  /** What it told while it was alive. */
  readonly samples: readonly IntervalSample[];
}

/** Every shard of the run that is not among the records, with what is known of it. */
export function missingOf(
  records: readonly ShardRecord[],
  of: number,
  known: readonly MissingShard[],
): readonly MissingShard[] {
  const there = new Set(records.flatMap(({ place }) => (place.kind === 'shard' ? [place.index] : [])));
  return Array.from({ length: of }, (_, index) => index)
    .filter((index) => !there.has(index))
    .map((index) => known.find((one) => one.index === index) ?? { index, samples: [] });
}

/** One machine that was interrupted leaves a part of the plan; all of them, and the run was. */
export function outcomeOf(records: readonly ShardRecord[], missing: readonly MissingShard[]): LoadResult['outcome'] {
  const lacksFarEnds = wantsFarEnds(records) && records.every(({ farEnds }) => farEnds.length === 0);
  if (missing.length > 0 || lacksFarEnds) return 'partial';
  const outcomes = records.flatMap(({ place, outcome }) => (place.kind === 'shard' ? [outcome] : []));
  const ended = (['unreachable', 'aborted'] as const).find((outcome) => outcomes.includes(outcome));
  if (ended !== undefined) return ended;
  if (!outcomes.includes('interrupted')) return 'completed';
  return outcomes.every((outcome) => outcome === 'interrupted') ? 'interrupted' : 'partial';
}

function wantsFarEnds(records: readonly ShardRecord[]): boolean {
  return records.some(({ plan }) => plan.farEnds.length > 0);
}

/** Clocks that are known no better than this make end-to-end times doubtful, milliseconds. */
const DOUBTFUL_MS = 10;

/** What limits the worth of a result of several machines, one sentence each. */
export function warningsOf(
  records: readonly ShardRecord[],
  missing: readonly MissingShard[],
  hasLedger: boolean,
): readonly string[] {
  const of = records[0]?.place.of ?? 0;
  return [
    ...missing.map((shard) => missingText(shard, of)),
    ...records.flatMap(endText),
    ...records.flatMap(movedText),
    ...clockText(records, hasLedger),
    ...farEndText(records, hasLedger),
  ];
}

function missingText({ index, host, reason, samples }: MissingShard, of: number): string {
  const who = [host !== undefined && `on ${host}`, reason].filter(Boolean).join(': ');
  const sent = samples.reduce((total, sample) => total + sample.sent, 0);
  const told =
    samples.length === 0
      ? 'nothing is known of what it sent'
      : `the ${sent} messages that it told of are in the intervals and not in the totals`;
  const place = placeText({ kind: 'shard', index, of });
  return `${place} is missing${who === '' ? '' : ` (${who})`}: the totals are those of the other shards; ${told}`;
}

function endText({ place, host, outcome, parts }: ShardRecord): readonly string[] {
  if (outcome === 'completed' || outcome === 'aborted') return [];
  const reason = parts.find(({ end }) => end.reason !== undefined)?.end.reason;
  const how = outcome === 'unreachable' ? 'could not reach the system' : 'was interrupted';
  return [`${placeText(place)} on ${host} ${how}${reason === undefined ? '' : ` (${reason})`}`];
}

function movedText({ place, host, wallMovedMs }: ShardRecord): readonly string[] {
  if (Math.abs(wallMovedMs) < DOUBTFUL_MS) return [];
  const ms = Math.round(wallMovedMs);
  return [
    `the wall clock of ${host} moved by ${ms} ms while ${placeText(place)} went on: end-to-end times are off by it`,
  ];
}

/** Only times from one machine to another depend on their clocks: those of the far end. */
function clockText(records: readonly ShardRecord[], hasLedger: boolean): readonly string[] {
  if (!hasLedger || new Set(records.map(({ host }) => host)).size < 2) return [];
  const unknown = records.filter(({ clock }) => clock === undefined || clock.uncertaintyMs > DOUBTFUL_MS);
  if (unknown.length === 0) return [];
  const hosts = [...new Set(unknown.map(({ host }) => host))].join(', ');
  return [`the clocks of ${hosts} were not compared well enough: end-to-end times are off by their difference`];
}

function farEndText(records: readonly ShardRecord[], hasLedger: boolean): readonly string[] {
  if (hasLedger || !wantsFarEnds(records)) return [];
  return ['no shard listened at the far end: what was lost, doubled or changed on the way is not known'];
}
