import type { Slope } from '../../evidence/soak.js';

/** A figure at a place in time. */
export interface Point {
  /** Seconds since the start. */
  readonly x: number;
  readonly y: number;
}

/** A straight line through points by least squares, per second. */
export interface Line {
  readonly mean: number;
  readonly slope: number;
  /** Of the slope; wider where what remains of neighbouring points is alike, since such points tell less. */
  readonly standardError: number;
  /** Whether a slope of 0 would be seen so far off in one of a hundred cases only. */
  readonly isSignificant: boolean;
}

/** Fewer points say nothing about a slope. */
const LEAST_POINTS = 8;
/** A change over the whole run below this share of the mean does not matter, however certain it is. */
const LEAST_CHANGE = 0.05;

/** The line through at least three points that do not stand in one place; undefined for fewer. */
export function lineThrough(points: readonly Point[]): Line | undefined {
  const count = points.length;
  const centre = mean(points.map(({ x }) => x));
  const level = mean(points.map(({ y }) => y));
  const spread = sum(points.map(({ x }) => (x - centre) ** 2));
  if (count < 3 || spread === 0) return undefined;
  const slope = sum(points.map(({ x, y }) => (x - centre) * (y - level))) / spread;
  const rest = points.map(({ x, y }) => y - level - slope * (x - centre));
  const variance = sum(rest.map((value) => value ** 2)) / (count - 2);
  const alike = Math.min(0.9, Math.max(0, likeness(rest)));
  const standardError = Math.sqrt((variance / spread) * ((1 + alike) / (1 - alike)));
  return { mean: level, slope, standardError, isSignificant: Math.abs(slope) > studentT(count - 2) * standardError };
}

const HOUR_SECONDS = 3_600;

/** What a line says about a run of that many seconds. */
export function slopeOf(points: readonly Point[], seconds: number): Slope {
  const line = lineThrough(points);
  if (line === undefined || points.length < LEAST_POINTS) {
    const level = points.length === 0 ? 0 : mean(points.map(({ y }) => y));
    return { windows: points.length, mean: level, perHour: 0, standardError: 0, relative: 0, trend: 'unknown' };
  }
  const relative = line.mean === 0 ? 0 : (line.slope * seconds) / Math.abs(line.mean);
  const matters = line.isSignificant && Math.abs(relative) >= LEAST_CHANGE;
  return {
    windows: points.length,
    mean: line.mean,
    perHour: line.slope * HOUR_SECONDS,
    standardError: line.standardError * HOUR_SECONDS,
    relative,
    trend: matters ? (line.slope > 0 ? 'rising' : 'falling') : 'none',
  };
}

/** How much a value is like the one before it: the autocorrelation at a distance of one. */
function likeness(values: readonly number[]): number {
  const whole = sum(values.map((value) => value ** 2));
  if (whole === 0) return 0;
  return sum(values.slice(1).map((value, n) => value * (values[n] ?? 0))) / whole;
}

/** The normal distribution exceeds this, on both sides together, in one of a hundred cases. */
const Z_99 = 2.575_829;

/** Student's t for the same, by the expansion of Cornish and Fisher; within 1 % from six degrees of freedom on. */
function studentT(degrees: number): number {
  const z = Z_99;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / degrees + second / degrees ** 2 + third / degrees ** 3;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}
