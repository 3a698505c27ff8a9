/** Whether one row of figures is higher than another, as far as chance allows to tell. */
export interface RankTest {
  /** Of all pairs of a figure of A and one of B, the share in which B's is higher; 0.5 where there is no difference. */
  readonly higherShare: number;
  /** How often so great a difference would come by chance where there is none, 0 to 1. */
  readonly chance: number;
  /** Figures that are worth as much as independent ones: of A and of B. */
  readonly effective: readonly [number, number];
}

/**
 * The rank test of Mann and Whitney, which asks nothing of the distribution. Neighbours in time resemble each other (a slow
 * second follows a slow second), so each row counts only for as many figures as it would have were they independent.
 */
export function rankTest(a: readonly number[], b: readonly number[]): RankTest {
  const ranks = midranks([...a, ...b]);
  const ofA = ranks.slice(0, a.length);
  const ofB = ranks.slice(a.length);
  const sum = ofB.reduce((total, rank) => total + rank, 0);
  const pairs = a.length * b.length;
  const higherShare = pairs === 0 ? 0.5 : (sum - (b.length * (b.length + 1)) / 2) / pairs;
  const effective = [effectiveSize(ofA), effectiveSize(ofB)] as const;
  return { higherShare, effective, chance: chanceOf(higherShare, effective, tieFactor(ranks)) };
}

/** Ranks from 1; equal figures share the mean of theirs. */
function midranks(values: readonly number[]): readonly number[] {
  const order = values.map((_, index) => index).sort((x, y) => (values[x] ?? 0) - (values[y] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] ?? 0] === values[order[from] ?? 0]) to++;
    for (let at = from; at <= to; at++) ranks[order[at] ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

/** n (1 - r) / (1 + r), r being how much a figure tells of the next (lag 1); never more than n. */
function effectiveSize(row: readonly number[]): number {
  const n = row.length;
  const mean = row.reduce((sum, value) => sum + value, 0) / Math.max(1, n);
  let [together, alone] = [0, 0];
  for (const [index, value] of row.entries()) {
    alone += (value - mean) ** 2;
    const next = row[index + 1];
    if (next !== undefined) together += (value - mean) * (next - mean);
  }
  const r = alone === 0 ? 0 : Math.max(0, together / alone);
  return (n * (1 - r)) / (1 + r);
}

/** What ties take from the variance of the ranks: 1 without any. */
function tieFactor(ranks: readonly number[]): number {
  const n = ranks.length;
  const counts = new Map<number, number>();
  for (const rank of ranks) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  const ties = [...counts.values()].reduce((sum, count) => sum + (count ** 3 - count), 0);
  return n < 2 ? 0 : 1 - ties / (n ** 3 - n);
}

function chanceOf(higherShare: number, [a, b]: readonly [number, number], ties: number): number {
  const variance = (ties * (a + b + 1)) / (12 * a * b);
  if (!(variance > 0)) return 1;
  return Math.min(1, 2 * tail(Math.abs(higherShare - 0.5) / Math.sqrt(variance)));
}

/** The share of a normal distribution above `z` (Abramowitz and Stegun 26.2.17, error below 1e-7). */
function tail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const terms = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = terms.reduceRight((total, term) => (total + term) * t, 0);
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
