/** What several repetitions of one measurement came to. */
export interface Summary {
  /** The repetition that was disturbed least: ratios are made of these. */
  readonly minimum: number;
  readonly median: number;
  readonly repetitions: number;
}

/** Undefined where there is nothing to summarise. */
export function summarise(values: readonly number[]): Summary | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const [minimum] = sorted;
  if (minimum === undefined) return undefined;
  const upper = sorted[Math.floor(sorted.length / 2)] ?? minimum;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? minimum;
  return { minimum, median: (lower + upper) / 2, repetitions: sorted.length };
}

/** How many times `other` costs what `ours` costs; undefined where either is unknown or nothing was measured. */
export function ratio(other: Summary | undefined, ours: Summary | undefined): number | undefined {
  if (other === undefined || ours === undefined || ours.minimum <= 0) return undefined;
  return other.minimum / ours.minimum;
}

/** Three significant digits, thousands apart: 0.0123, 1.23, 12.3, 123, 1,230. */
export function threeDigits(value: number): string {
  const rounded = Number(value.toPrecision(3));
  if (rounded === 0 || !Number.isFinite(rounded)) return String(rounded);
  const whole = Math.floor(Math.log10(Math.abs(rounded))) + 1;
  return whole >= 3 ? rounded.toLocaleString('en-US') : rounded.toFixed(3 - whole);
}
