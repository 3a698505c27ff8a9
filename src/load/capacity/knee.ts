/** A rate that was tried, as it was really sent, and whether it held. */
export interface Tried {
  readonly rate: number;
  readonly held: boolean;
  /** What the trial could tell apart, as a share of the rate. */
  readonly resolution: number;
}

const STEPS = 400;
/** How gradually a system goes from holding to failing, as shares of the precision: the likeliest is taken. */
const WIDTHS = [0.25, 0.5, 1, 2];

/**
 * The rate that the system carries as often as not, between two bounds: the likeliest under a curve that falls from always to
 * never around it (logistic in the logarithm of the rate). Where everything below held and everything above failed, it lies in
 * the middle.
 */
export function kneeOf(tried: readonly Tried[], lower: number, upper: number, precision: number): number {
  let best = { fit: Number.NEGATIVE_INFINITY, sum: 0, count: 0 };
  for (const width of WIDTHS) {
    for (let n = 0; n <= STEPS; n++) {
      const knee = lower * (upper / lower) ** (n / STEPS);
      const fit = likelihood(tried, knee, width * precision, precision);
      if (fit > best.fit + TIE) best = { fit, sum: Math.log(knee), count: 1 };
      else if (fit > best.fit - TIE) best = { fit: best.fit, sum: best.sum + Math.log(knee), count: best.count + 1 };
    }
  }
  // The mean of logarithms may lie a rounding beside them.
  return Math.min(upper, Math.max(lower, Math.exp(best.sum / best.count)));
}

/** Fits that differ by less are the same. */
const TIE = 1e-6;

/** The logarithm of the probability of what was seen. A trial that tells little apart blurs the curve for itself. */
function likelihood(tried: readonly Tried[], knee: number, width: number, precision: number): number {
  let sum = 0;
  for (const { rate, held, resolution } of tried) {
    const blur = width * Math.sqrt(Math.max(1, resolution / precision));
    const distance = Math.log(knee / rate) / blur;
    sum -= Math.log1p(Math.exp(LOGISTIC * (held ? -distance : distance)));
  }
  return sum;
}

/** Makes the logistic curve as wide as a normal distribution of that deviation. */
const LOGISTIC = 1.702;
