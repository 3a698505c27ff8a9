import * as hdr from 'hdr-histogram-js';

/** A latency distribution, read from the text in which a result carries it. */
export interface Distribution {
  readonly count: number;
  /** The latency in milliseconds that so many percent do not exceed. */
  at(percentile: number): number;
}

/** Undefined where nothing was recorded, or where the text is no histogram (a file that somebody edited). */
export function readDistribution(histogram: string): Distribution | undefined {
  try {
    const inner = hdr.decodeFromCompressedBase64(histogram, 32, false);
    if (inner.totalCount === 0) return undefined;
    return { count: inner.totalCount, at: (percentile) => inner.getValueAtPercentile(percentile) / 1_000 };
  } catch {
    return undefined;
  }
}

const POINTS_A_DECADE = 32;

/**
 * Places on an axis that gives each further nine the same room, as one message in so many: 1 (the fastest), 10 (p90),
 * 100 (p99) ... up to the one slowest of `count`.
 */
export function percentilePlaces(count: number): readonly number[] {
  const last = Math.floor(Math.log10(Math.max(count, 1)) * POINTS_A_DECADE);
  const places = Array.from({ length: last + 1 }, (_, n) => 10 ** (n / POINTS_A_DECADE));
  return (places.at(-1) ?? 0) < count ? [...places, count] : places;
}

/** Latencies at these places; null behind the slowest, where a distribution of fewer messages says nothing. */
export function curve(distribution: Distribution, places: readonly number[]): readonly (number | null)[] {
  return places.map((place) => (place > distribution.count ? null : distribution.at(100 * (1 - 1 / place))));
}
