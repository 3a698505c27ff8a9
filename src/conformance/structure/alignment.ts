import type { Position, Positions } from './positions.js';
import { MISSING, type Skipped, type Transition, type Transitions } from './transitions.js';

/** What became of a segment of the message. */
export interface Step {
  /** Index in the sequence of segments. */
  readonly at: number;
  /** Where it stands in the structure; undefined where the sequence makes more sense without it. */
  readonly position: Position | undefined;
}

/** A way to read the message up to some segment. */
interface State {
  /** Of the last segment that was placed. */
  readonly position: Position | undefined;
  readonly cost: number;
  readonly before: State | undefined;
  readonly placed: Position | undefined;
  /** Names of segments that were left out and may yet turn out to be missing further on. */
  readonly pending: readonly number[];
  /** Names that were missing and may yet turn up. */
  readonly owed: readonly number[];
}

/** A segment left out, and each one right after it. */
const LEFT_OUT = 1;
const LEFT_OUT_TOO = 0.4;
/** A segment that turns up too late. Of two neighbours that changed places the first is the one that moved. */
const MOVED_BACK = 1.001;
/** Segments on either side of a fault that are looked at again to find the smallest explanation. */
const WINDOW = 40;
/** Ways that are kept side by side. */
const BEAM = 16;
const SLACK = 4;
const MOST_DEBTS = 2;

const START: State = { position: undefined, cost: 0, before: undefined, placed: undefined, pending: [], owed: [] };

/**
 * Finds the reading of a sequence of segments that needs the fewest corrections: a segment left out, missing, one too many, or
 * moved, which is left out here and missing there. As long as nothing is wrong only flawless readings are followed; at a
 * fault, the last segments are read again with all their alternatives, until it goes on without fault. So the time grows with
 * the number of segments, whatever they are.
 */
export class Alignment {
  readonly #positions: Positions;
  readonly #transitions: Transitions;

  constructor(positions: Positions, transitions: Transitions) {
    this.#positions = positions;
    this.#transitions = transitions;
  }

  /** `names` of the segments, in order. */
  align(names: readonly number[]): readonly Step[] {
    const layers: (readonly State[])[] = [[START]];
    let carefulUntil = 0;
    let settled = 0;
    let at = 0;
    while (at <= names.length) {
      const isCareful = at < carefulUntil;
      const layer = layers[at] ?? [];
      const next = this.#next(layer, names[at], isCareful);
      if (next.length === 0) {
        carefulUntil = at + WINDOW;
        at = Math.max(at - WINDOW, settled);
        continue;
      }
      if (isCareful && cheapest(next) > cheapest(layer) + TINY) carefulUntil = Math.max(carefulUntil, at + WINDOW);
      at++;
      const isSettled = isCareful && at >= carefulUntil;
      if (isSettled) settled = at;
      layers[at] = isSettled ? bestOf(next) : next;
    }
    return traced(layers[at]?.[0], names.length);
  }

  /** The reading without any correction; undefined where there is none. */
  flawless(names: readonly number[]): readonly Step[] | undefined {
    let layer: readonly State[] = [START];
    for (let at = 0; at <= names.length && layer.length > 0; at++) layer = this.#next(layer, names[at], false);
    return layer.length === 0 ? undefined : traced(layer[0], names.length);
  }

  /** The states after the segment, or after the end where there is none. */
  #next(layer: readonly State[], name: number | undefined, isCareful: boolean): readonly State[] {
    if (name === undefined) return this.#finish(layer, isCareful);
    return isCareful ? this.#allWays(layer, name) : this.#flawless(layer, name);
  }

  #flawless(layer: readonly State[], name: number): readonly State[] {
    const next: State[] = [];
    for (const state of layer) {
      for (const position of this.#positions.byName.get(name) ?? []) {
        const { skipped, penalty } = this.#transitions.between(state.position, position);
        if (skipped.length > 0 || penalty > 0) continue;
        if (layer.length > 1 && next.some((other) => other.position === position)) continue;
        next.push({ position, cost: state.cost, before: state, placed: position, pending: NONE, owed: NONE });
      }
    }
    return next;
  }

  #allWays(layer: readonly State[], name: number): readonly State[] {
    const found = new Map<string, State>();
    for (const state of layer) {
      keep(found, leftOut(state, name));
      for (const position of this.#positions.byName.get(name) ?? []) {
        keep(found, placed(state, position, this.#transitions.between(state.position, position)));
      }
    }
    return pruned([...found.values()]);
  }

  #finish(layer: readonly State[], isCareful: boolean): readonly State[] {
    const ends = layer.map((state) => {
      const missing = this.#transitions.toEnd(state.position);
      return charged(state, missing, 0, state.position, undefined);
    });
    const isFlawless = (end: State) => end.cost === end.before?.cost;
    return isCareful ? pruned(ends) : ends.filter(isFlawless);
  }
}

const NONE: readonly never[] = [];

function leftOut(state: State, name: number): State {
  const isRun = state.before !== undefined && state.placed === undefined;
  const isOwed = state.owed.includes(name);
  const price = isOwed ? MOVED_BACK - MISSING : isRun ? LEFT_OUT_TOO : LEFT_OUT;
  return {
    position: state.position,
    cost: state.cost + price,
    before: state,
    placed: undefined,
    pending: isOwed ? state.pending : [...state.pending, name].slice(-MOST_DEBTS),
    owed: isOwed ? without(state.owed, [name]) : state.owed,
  };
}

function placed(state: State, position: Position, { skipped, penalty }: Transition): State {
  return charged(state, skipped, penalty, position, position);
}

/** A missing segment that was left out before is one that stands elsewhere: only leaving it out is paid for. */
function charged(
  state: State,
  missing: readonly Skipped[],
  penalty: number,
  position: Position | undefined,
  here: Position | undefined,
): State {
  let { pending, owed } = state;
  let cost = state.cost + penalty;
  for (const { names, more } of missing) {
    const found = pending.some((name) => names.includes(name));
    if (found) {
      pending = without(pending, names);
      cost += more * MISSING;
    } else {
      cost += MISSING;
      owed = [...owed, ...names].slice(-MOST_DEBTS);
    }
  }
  return { position, cost, before: state, placed: here, pending, owed };
}

function without(names: readonly number[], removed: readonly number[]): readonly number[] {
  const at = names.findIndex((name) => removed.includes(name));
  return names.filter((_, index) => index !== at);
}

/** Of two ways to the same place with the same debts, the cheaper; the first of equals. */
function keep(found: Map<string, State>, state: State): void {
  const key = `${state.position?.index}/${state.pending}/${state.owed}/${state.placed === undefined}`;
  const known = found.get(key);
  if (known === undefined || state.cost < known.cost - TINY) found.set(key, state);
}

/** Costs are sums of fractions. */
const TINY = 1e-6;

function pruned(states: readonly State[]): readonly State[] {
  const limit = cheapest(states) + SLACK;
  return states
    .filter(({ cost }) => cost <= limit)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, BEAM);
}

function cheapest(states: readonly State[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { cost } of states) if (cost < least) least = cost;
  return least;
}

/** Once a fault is left behind, its explanation is settled: one debt-free state for each place that costs the least. */
function bestOf(states: readonly State[]): readonly State[] {
  const least = cheapest(states) + TINY;
  const best: State[] = [];
  for (const state of states) {
    const isKnown = best.some(({ position }) => position === state.position);
    if (state.cost <= least && !isKnown) best.push(state);
  }
  return best;
}

function traced(end: State | undefined, count: number): readonly Step[] {
  const steps: Step[] = [];
  let state = end?.before;
  for (let at = count - 1; at >= 0 && state !== undefined; at--) {
    steps.push({ at, position: state.placed });
    state = state.before;
  }
  return steps.reverse();
}
