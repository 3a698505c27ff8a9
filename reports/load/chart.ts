import type { ChartColour } from './chart-colours.js';

export interface ChartLine {
  readonly label: string;
  readonly colour: ChartColour;
  /** One for each place on the x axis; null where there is none. */
  readonly values: readonly (number | null)[];
  /** Pixels; 2 where absent. Lines that may lie on each other are drawn from wide to narrow, so that all are seen. */
  readonly width?: number;
  readonly isDashed?: boolean;
  readonly hasPoints?: boolean;
}

/** One chart as data: the page's script draws it. */
export interface Chart {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What it shows, in a sentence, for all readers. */
  readonly note: string;
  /** Seconds since the start; one message in so many (`percentilePlaces`); messages a second. */
  readonly x: { readonly kind: 'seconds' | 'percentile' | 'rate'; readonly values: readonly number[] };
  /** `latency`: milliseconds, on a logarithmic scale. */
  readonly y: 'latency' | 'rate' | 'count' | 'bytes';
  readonly lines: readonly ChartLine[];
  /** A stretch of the x axis with a line in it. */
  readonly band?: { readonly from: number; readonly to: number; readonly at: number; readonly label: string };
  /** Points to be crossed out. */
  readonly crosses?: readonly { readonly x: number; readonly y: number }[];
}

/** A microsecond, the resolution of a histogram: a logarithmic scale has no 0. */
const LEAST_MS = 0.001;

/** Latencies with four digits, as they can be drawn on a logarithmic scale. */
export function drawable(values: readonly (number | null)[]): readonly (number | null)[] {
  return values.map((ms) => (ms === null ? null : Number(Math.max(LEAST_MS, ms).toPrecision(4))));
}
