import type { Alignment, Step } from './alignment.js';

/** Segments of a message that are tried with each other; larger ones are not mended by one exchange. */
const MOST_SEGMENTS = 400;
const MOST_SUSPECTS = 6;

/** Two segments in each other's place, and the reading in which they have changed back. */
export interface Exchange {
  readonly pair: readonly [number, number];
  readonly steps: readonly Step[];
}

/** Whether all is well once one of the suspects changes places with some other segment. */
export function exchangeThatMends(
  alignment: Alignment,
  names: readonly number[],
  suspects: readonly number[],
): Exchange | undefined {
  if (names.length > MOST_SEGMENTS || suspects.length > MOST_SUSPECTS) return undefined;
  for (const one of withNamesakes(suspects, names)) {
    for (let other = 0; other < names.length; other++) {
      if (names[one] === names[other]) continue;
      const steps = alignment.flawless(exchanged(names, one, other));
      if (steps === undefined) continue;
      const pair = [Math.min(one, other), Math.max(one, other)] as const;
      return { pair, steps: steps.map((step) => ({ ...step, at: partner(step.at, pair) })) };
    }
  }
  return undefined;
}

/** Of neighbours with the same name each may be the one. */
function withNamesakes(suspects: readonly number[], names: readonly number[]): readonly number[] {
  const beside = suspects.flatMap((at) => [at - 1, at + 1].filter((other) => names[other] === names[at]));
  return [...new Set([...suspects, ...beside])];
}

function partner(at: number, [one, other]: readonly [number, number]): number {
  if (at === one) return other;
  return at === other ? one : at;
}

function exchanged(names: readonly number[], one: number, other: number): readonly number[] {
  const copy = [...names];
  copy[one] = names[other] ?? 0;
  copy[other] = names[one] ?? 0;
  return copy;
}
