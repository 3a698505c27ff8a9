import type { Histogram } from 'hdr-histogram-js';
import { rng } from '../../../src/base/rng.js';
import type {
  Latencies,
  LedgerSummary,
  LoadCounts,
  LoadInterval,
  LoadResult,
  ThresholdOutcome,
} from '../../../src/evidence/load-result.js';
import { newHistogram, summary } from './histogram.js';

/** The story that a specimen tells: a system with an even arrival of messages, which answers in about `serviceMs`. */
export interface LoadScript {
  readonly name: string;
  readonly seed: string;
  readonly seconds: number;
  readonly rate: number;
  readonly connections: number;
  readonly serviceMs: number;
  /** Every so often it answers nothing for so long; 0 for never. */
  readonly stallEveryMs: number;
  readonly stallMs: number;
  /** How late the generator itself is at most, more or less. */
  readonly latenessMs: number;
  /** Shares of messages, 0 to 1. */
  readonly refused: number;
  readonly timedOut: number;
  /** Seconds in which the queue is full: half of the arrivals are dropped. */
  readonly overload: readonly number[];
}

/** Two minutes of an evening peak: a stall every two seconds, some refusals, an overload near the end. */
export const EVENING_PEAK: LoadScript = {
  name: 'evening peak',
  seed: 'specimen',
  seconds: 120,
  rate: 500,
  connections: 16,
  serviceMs: 1.2,
  stallEveryMs: 2_000,
  stallMs: 200,
  latenessMs: 1.1,
  refused: 0.0008,
  timedOut: 0.0001,
  overload: [97, 98],
};

const TYPES = [
  ['ADT^A01', 0.5],
  ['ORU^R01', 0.35],
  ['RDE^O11', 0.15],
] as const;

const KINDS = ['response', 'service', 'queue', 'lateness'] as const;

class Population {
  readonly counts = { offered: 0, sent: 0, acknowledged: 0, timedOut: 0, lost: 0, dropped: 0, pending: 0 };
  readonly histograms = Object.fromEntries(KINDS.map((kind) => [kind, newHistogram()])) as Record<
    (typeof KINDS)[number],
    Histogram
  >;

  measures(): LoadCounts & Latencies {
    const { response, service, queue, lateness } = this.histograms;
    return {
      ...this.counts,
      response: summary(response),
      service: summary(service),
      queue: summary(queue),
      lateness: summary(lateness),
    };
  }
}

/** A result as `pipehat load` would give it, made of single messages, so that all its figures agree. */
export function loadSpecimen(script: Partial<LoadScript> = {}, more: Partial<LoadResult> = {}): LoadResult {
  const story = { ...EVENING_PEAK, ...script };
  const all = new Population();
  const byType = new Map(TYPES.map(([type]) => [type as string, new Population()]));
  const codes: Record<string, number> = {};
  const intervals = Array.from({ length: story.seconds }, (_, second) => oneSecond(story, second, all, byType, codes));
  const { AA: _fine, ...errors } = codes;
  const measures = all.measures();
  return {
    pipehat: '0.1.0',
    name: story.name,
    startedAt: '2025-03-11T18:30:00.000Z',
    durationSeconds: story.seconds,
    seed: story.seed,
    ...measures,
    errors,
    codes,
    rate: measures.sent / story.seconds,
    plannedRate: story.rate,
    connections: story.connections,
    links: [{ name: 'ehr>sut', from: 'ehr', to: 'sut', address: '127.0.0.1:2575', tls: false }],
    byMessage: Object.fromEntries([...byType].map(([type, population]) => [type, population.measures()])),
    ledger: ledgerSpecimen(measures),
    generator: { workers: 1, cpuMicrosPerMessage: 31.4, cpuShare: 0.21, rssBytes: 118_000_000 },
    intervals,
    thresholds: thresholdsOf(measures),
    faults: { 'missing-end': { timeout: 4 }, 'byte-by-byte': { AA: 11, AE: 1 } },
    validation: {
      messages: measures.acknowledged,
      findings: { 'usage-required': 12, 'length-exceeded': 3 },
      failed: 14,
      unjudged: 0,
      sample: 0.05,
      cpuShare: 0.031,
    },
    warnings: [],
    outcome: 'completed',
    ...more,
  };
}

function oneSecond(
  story: LoadScript,
  second: number,
  all: Population,
  byType: ReadonlyMap<string, Population>,
  codes: Record<string, number>,
): LoadInterval {
  const stream = rng(story.seed, 'second', second);
  const own = new Population();
  let errors = 0;
  for (let n = 0; n < story.rate; n++) {
    const type = typeAt(stream.next());
    const populations = [all, own, byType.get(type) ?? own];
    const error = oneMessage(story, second * 1_000 + (n * 1_000) / story.rate, stream.next, populations, codes);
    if (error) errors++;
  }
  const { response, service, lateness } = own.measures();
  const { p50, p90, p99, max } = response;
  const { offered, sent, acknowledged, dropped } = own.counts;
  const inFlight = Math.round((story.rate * (service.mean + (story.overload.includes(second) ? 40 : 0))) / 1_000);
  return {
    second,
    offered,
    sent,
    acknowledged,
    errors,
    dropped,
    inFlight,
    response: { p50, p90, p99, max },
    serviceP99: service.p99,
    latenessP99: lateness.p99,
  };
}

/** True where it did not end well. */
function oneMessage(
  story: LoadScript,
  intended: number,
  next: () => number,
  populations: readonly Population[],
  codes: Record<string, number>,
): boolean {
  const record = (kind: (typeof KINDS)[number], ms: number): void => {
    for (const { histograms } of populations) histograms[kind].recordValue(Math.max(1, Math.round(ms * 1_000)));
  };
  const add = (name: keyof LoadCounts): void => {
    for (const { counts } of populations) counts[name]++;
  };
  const lateness = story.latenessMs * next() ** 2;
  const service = story.serviceMs * Math.exp(0.45 * normal(next)) * (next() < 0.004 ? 6 : 1);
  const luck = next();
  add('offered');
  record('lateness', lateness);
  if (story.overload.includes(Math.floor(intended / 1_000)) && luck < 0.5) {
    add('dropped');
    return true;
  }
  const stalled = untilStallEnds(story, intended);
  add('sent');
  record('queue', stalled * 0.8 + 0.01 * next());
  if (luck > 1 - story.timedOut) {
    add('timedOut');
    codes['timeout'] = (codes['timeout'] ?? 0) + 1;
    return true;
  }
  const isRefused = luck > 1 - story.timedOut - story.refused;
  const code = isRefused ? (next() < 0.7 ? 'AE' : 'AR') : 'AA';
  codes[code] = (codes[code] ?? 0) + 1;
  add('acknowledged');
  record('service', stalled * 0.2 + service);
  record('response', lateness + stalled + service);
  return isRefused;
}

/** Milliseconds that a message waits for a system that stands still. */
function untilStallEnds({ stallEveryMs, stallMs }: LoadScript, at: number): number {
  if (stallEveryMs === 0) return 0;
  const into = at % stallEveryMs;
  return into < stallMs ? stallMs - into : 0;
}

/** Sum of uniform numbers, about normal. */
function normal(next: () => number): number {
  return next() + next() + next() + next() + next() + next() - 3;
}

function typeAt(luck: number): string {
  let upTo = 0;
  for (const [type, share] of TYPES) {
    upTo += share;
    if (luck < upTo) return type;
  }
  return TYPES[0][0];
}

function thresholdsOf({ response, lateness }: Latencies): readonly ThresholdOutcome[] {
  return [
    { text: 'response.p99 < 150ms', passed: response.p99 < 150, actual: response.p99, aborted: false },
    { text: 'lateness.p99 < 5ms', passed: lateness.p99 < 5, actual: lateness.p99, aborted: false },
    { text: 'ledger.lost == 0', passed: false, actual: 2, aborted: false },
    { text: 'errors.AE < 0.1%', passed: true, actual: 0.00056, aborted: false },
  ];
}

function ledgerSpecimen({ acknowledged }: LoadCounts): LedgerSummary {
  const endToEnd = newHistogram();
  const stream = rng('far end');
  for (let n = 0; n < 20_000; n++) endToEnd.recordValue(Math.round(9_000 * Math.exp(0.6 * normal(stream.next))));
  return {
    delivered: acknowledged - 2,
    lost: 2,
    duplicated: 1,
    reordered: 0,
    altered: 0,
    late: 14,
    foreign: 0,
    samples: { lost: ['K7Q0000000000000311', 'K7Q0000000000048804'], duplicated: ['K7Q0000000000012007'] },
    endToEnd: summary(endToEnd),
  };
}
