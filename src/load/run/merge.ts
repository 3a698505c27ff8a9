import type { Latencies, LatencySummary, LedgerSummary, LoadCounts, LoadInterval } from '../../evidence/load-result.js';
import type { Damage } from '../../ledger/delivery-ledger.js';
import type { ValidationCounts } from '../far-end/delivery-check.js';
import { Histogram } from '../measure/histogram.js';
import type { IntervalSample } from '../measure/recorder.js';
import { Tally } from '../measure/tally.js';
import { CONTROL_ID_LENGTH } from '../template/message-template.js';
import type { FarEndResult } from './far-end-part.js';

export type Measures = LoadCounts & Latencies;

/** The measures of several parts as if one had measured everything: counts add up and histograms merge exactly. */
export function mergeMeasures(parts: readonly Measures[]): Measures {
  const tally = new Tally();
  for (const part of parts) tally.add(part, part);
  const merged = { ...tally.counts(), ...tally.latencies() };
  tally.free();
  return merged;
}

export function mergeCounts(parts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sum: Record<string, number> = {};
  for (const part of parts) for (const [name, count] of Object.entries(part)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

export function mergeLatency(parts: readonly LatencySummary[]): LatencySummary {
  const merged = mergeHistograms(parts.map(({ histogram }) => histogram));
  const summary = merged.summary();
  merged.free();
  return summary;
}

/** The caller frees it. */
export function mergeHistograms(texts: readonly string[]): Histogram {
  const merged = new Histogram();
  for (const text of texts) {
    const one = Histogram.decode(text);
    merged.add(one);
    one.free();
  }
  return merged;
}

/** One second of all parts. */
export function mergeInterval(samples: readonly IntervalSample[]): LoadInterval {
  const sum = (of: (sample: IntervalSample) => number): number => samples.reduce((total, one) => total + of(one), 0);
  const percentiles = (of: (sample: IntervalSample) => string): Pick<LatencySummary, 'p50' | 'p90' | 'p99' | 'max'> => {
    const merged = mergeHistograms(samples.map(of));
    const { p50, p90, p99, max } = merged.summary();
    merged.free();
    return { p50, p90, p99, max };
  };
  return {
    second: samples[0]?.second ?? 0,
    offered: sum(({ offered }) => offered),
    sent: sum(({ sent }) => sent),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    errors: sum(({ errors }) => errors),
    dropped: sum(({ dropped }) => dropped),
    inFlight: sum(({ inFlight }) => inFlight),
    waiting: sum(({ waiting }) => waiting),
    response: percentiles(({ response }) => response),
    serviceP99: percentiles(({ service }) => service).p99,
    latenessP99: percentiles(({ lateness }) => lateness).p99,
  };
}

/** The far ends of a run together; ordinals become ids as they were sent. */
export function mergeLedgers(results: readonly FarEndResult[], prefix: string): LedgerSummary {
  const sum = (of: (result: FarEndResult) => number): number => results.reduce((total, one) => total + of(one), 0);
  const damage = (kind: Damage): number => sum(({ counts }) => counts[kind]);
  return {
    delivered: sum(({ delivered }) => delivered),
    lost: damage('lost'),
    duplicated: damage('duplicated'),
    reordered: damage('reordered'),
    altered: damage('altered'),
    late: damage('late'),
    foreign: sum(({ foreign }) => foreign),
    redelivered: sum(({ redelivered }) => redelivered),
    samples: Object.fromEntries(
      KINDS.map((kind) => [
        kind,
        results.flatMap(({ samples }) => samples[kind].slice(0, NAMED).map((ordinal) => idOf(prefix, ordinal))),
      ]),
    ),
    endToEnd: mergeLatency(results.map(({ endToEnd }) => endToEnd)),
  };
}

/** What several far ends found; nothing where none of them validates. */
export function mergeValidation(
  results: readonly Pick<FarEndResult, 'validation'>[],
): Pick<FarEndResult, 'validation'> {
  const all = results.flatMap(({ validation }) => validation ?? []);
  if (all.length === 0) return {};
  const sum = (of: (one: ValidationCounts) => number): number => all.reduce((total, one) => total + of(one), 0);
  return {
    validation: {
      messages: sum(({ messages }) => messages),
      unjudged: sum(({ unjudged }) => unjudged),
      failed: sum(({ failed }) => failed),
      cpuMs: sum(({ cpuMs }) => cpuMs),
      findings: mergeCounts(all.map(({ findings }) => findings)),
    },
  };
}

export const KINDS: readonly Damage[] = ['lost', 'duplicated', 'reordered', 'altered', 'late'];

/** So many ids of each far end and kind are part of the result; the others are in the list of the damaged. */
const NAMED = 100;

export function idOf(prefix: string, ordinal: number): string {
  return prefix + String(ordinal).padStart(CONTROL_ID_LENGTH - prefix.length, '0');
}
