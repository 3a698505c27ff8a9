import { rng } from '../../../base/rng.js';
import { OrdinalSet } from '../../../ledger/ordinal-set.js';
import { Histogram } from '../../measure/histogram.js';
import { Tally } from '../../measure/tally.js';
import { completePlan, type GivenPlan } from '../../plan/defaults.js';
import type { LoadPlan } from '../../plan/load-plan.js';
import type { PartResult } from '../../run/part.js';
import type { NamedShard } from '../check-shards.js';
import type { FarEndRecord, ShardRecord } from '../shard-record.js';

export const PREFIX = 'Ltest0';

export function planOf(given: Partial<GivenPlan> = {}): LoadPlan {
  return completePlan({
    arrival: { kind: 'open', spacing: 'even', stages: [{ kind: 'constant', rate: 1_000, durationMs: 10_000 }] },
    targets: [{ host: '127.0.0.1', port: 2575 }],
    patients: 2,
    ...given,
  });
}

/** Response times that look like those of a real system: a body, and a long tail. */
export function latencies(count: number): readonly number[] {
  const stream = rng('latencies');
  return Array.from({ length: count }, () => 0.2 + stream.next() ** 8 * 3_000);
}

/** What a worker measures that sees these response times. */
export function partOf(responses: readonly number[], accepted: readonly number[] = []): PartResult {
  const tally = new Tally();
  for (const ms of responses) {
    tally.offered++;
    tally.sent++;
    tally.acknowledged++;
    tally.response.record(ms);
    tally.service.record(ms / 2);
    tally.queue.record(ms / 4);
    tally.lateness.record(ms / 100);
  }
  const measures = { ...tally.counts(), ...tally.latencies() };
  const set = new OrdinalSet();
  for (const ordinal of accepted) set.add(ordinal);
  return {
    all: measures,
    byType: [measures],
    codes: { AA: responses.length },
    faults: {},
    resent: 0,
    kept: [],
    connections: 8,
    firstSent: 0,
    lastSent: 9_999,
    cpuMs: 100,
    busyShare: 0.2,
    end: { kind: 'completed' },
    accepted: set.pages(),
  };
}

export function shardOf(index: number, of: number, part: PartResult, more: Partial<ShardRecord> = {}): NamedShard {
  const record: ShardRecord = {
    pipehat: '0.0.0',
    place: { kind: 'shard', index, of },
    plan: planOf(),
    prefix: PREFIX,
    startAtEpochMs: 1_800_000_000_000,
    startedAt: '2027-01-15T08:00:00.000Z',
    host: `machine-${index}`,
    outcome: 'completed',
    types: ['ADT^A01'],
    connections: 8,
    links: [],
    rssBytes: 1_000,
    parts: [part],
    samples: [sampleOf(0, part), sampleOf(1, partOf([]))],
    farEnds: [],
    wallMovedMs: 0,
    ...more,
  };
  return { source: `shard-${index + 1}.json`, record };
}

function sampleOf(second: number, { all }: PartResult) {
  const { offered, sent, acknowledged, dropped, response, service, lateness } = all;
  return {
    second,
    offered,
    sent,
    acknowledged,
    errors: 0,
    dropped,
    inFlight: 0,
    waiting: 0,
    response: response.histogram,
    service: service.histogram,
    lateness: lateness.histogram,
  };
}

export function farEndOf(name: string, delivered: readonly number[], more: Partial<FarEndRecord> = {}): FarEndRecord {
  const set = new OrdinalSet();
  for (const ordinal of delivered) set.add(ordinal);
  return {
    name,
    delivered: set.size,
    counts: { lost: 0, duplicated: 0, reordered: 0, altered: 0, late: 0 },
    samples: { lost: [], duplicated: [], reordered: [], altered: [], late: [] },
    foreign: 0,
    redelivered: 0,
    endToEnd: new Histogram().summary(),
    kept: [],
    pages: set.pages(),
    ...more,
  };
}
