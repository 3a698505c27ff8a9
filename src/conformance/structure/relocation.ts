import type { Step } from './alignment.js';
import type { Position, Positions } from './positions.js';
import { costOf, MISSING, type Transition, type Transitions } from './transitions.js';

/** A segment with its place in the structure, in the order of the structure. */
export interface Placement {
  readonly at: number;
  readonly position: Position;
}

/** Segments that stand next to each other in the wrong place, and before what they were put. */
export interface Move {
  readonly moved: readonly number[];
  /** The segment behind which they belong; undefined: at the beginning. */
  readonly behind: number | undefined;
}

export interface Relocation {
  readonly placements: readonly Placement[];
  readonly moves: readonly Move[];
  /** Segments for which there is no place. */
  readonly homeless: readonly number[];
}

/** Places that are tried for one segment, on each side of where it stands. */
const REACH = 400;
/** And in all, so that a message of nothing but misplaced segments takes bounded time. */
const BUDGET = 400_000;

/** Where the segments belong that the alignment left out: where they are missing, or may be, nearest first. */
export function relocate(
  steps: readonly Step[],
  positions: Positions,
  transitions: Transitions,
  names: readonly number[],
): Relocation {
  return new Relocator(steps, positions, transitions, names).run();
}

class Relocator {
  readonly #steps: readonly Step[];
  readonly #positions: Positions;
  readonly #transitions: Transitions;
  readonly #names: readonly number[];
  readonly #placements: Placement[] = [];
  readonly #moves: { moved: number[]; readonly behind: number | undefined; lastIndex: number }[] = [];
  readonly #homeless: number[] = [];
  #budget = BUDGET;

  constructor(steps: readonly Step[], positions: Positions, transitions: Transitions, names: readonly number[]) {
    this.#steps = steps;
    this.#positions = positions;
    this.#transitions = transitions;
    this.#names = names;
  }

  run(): Relocation {
    for (const { at, position } of this.#steps) if (position !== undefined) this.#placements.push({ at, position });
    for (const { at, position } of this.#steps) if (position === undefined) this.#settle(at);
    return { placements: this.#placements, moves: this.#moves, homeless: this.#homeless };
  }

  #settle(at: number): void {
    const candidates = this.#positions.byName.get(this.#names[at] ?? 0) ?? [];
    const last = this.#moves.at(-1);
    const isNeighbour = last !== undefined && last.moved.at(-1) === at - 1;
    const joined = isNeighbour ? this.#fit(last.lastIndex + 1, candidates) : undefined;
    if (last !== undefined && joined !== undefined && joined.gain <= 0) {
      this.#placements.splice(last.lastIndex + 1, 0, { at, position: joined.position });
      last.moved.push(at);
      last.lastIndex++;
      return;
    }
    const found = this.#nearest(at, candidates);
    if (found === undefined) this.#homeless.push(at);
    else this.#move(at, found.index, found.position);
  }

  #move(at: number, index: number, position: Position): void {
    this.#placements.splice(index, 0, { at, position });
    this.#moves.push({ moved: [at], behind: this.#placements[index - 1]?.at, lastIndex: index });
  }

  /** Where it fills a gap; else where it does no harm; of equals the nearest. */
  #nearest(at: number, candidates: readonly Position[]): { index: number; position: Position } | undefined {
    const home = this.#indexOf(at);
    let best: { index: number; position: Position; gain: number } | undefined;
    for (let distance = 0; distance <= REACH && this.#budget > 0; distance++) {
      for (const index of distance === 0 ? [home] : [home + distance, home - distance]) {
        const fit = this.#fit(index, candidates);
        if (fit !== undefined && fit.gain <= 0 && fit.gain < (best?.gain ?? 1)) best = { index, ...fit };
      }
    }
    return best;
  }

  /** The first placement of a later segment. Moved segments may stand anywhere: those count with where they were put. */
  #indexOf(at: number): number {
    const index = this.#placements.findIndex((placement) => placement.at > at);
    return index === -1 ? this.#placements.length : index;
  }

  /** The best position for a segment before the placement with this index; gain: what the structure costs more with it. */
  #fit(index: number, candidates: readonly Position[]): { position: Position; gain: number } | undefined {
    if (index < 1 || index > this.#placements.length) return undefined;
    const before = this.#placements[index - 1]?.position;
    const after = this.#placements[index]?.position;
    let best: { position: Position; gain: number } | undefined;
    for (const position of candidates) {
      this.#budget--;
      const into = this.#transitions.between(before, position);
      const gain = costOf(into) + this.#onward(position, after) - this.#onward(before, after) + opening(into);
      if (best === undefined || gain < best.gain) best = { position, gain };
    }
    return best;
  }

  #onward(from: Position | undefined, to: Position | undefined): number {
    if (to === undefined) return this.#transitions.toEnd(from).length * MISSING;
    const way = this.#transitions.between(from, to);
    return costOf(way) + opening(way);
  }
}

/** A segment that belongs to something should not begin a group of its own. */
function opening({ repeated, shared }: Transition): number {
  return repeated >= 0 && repeated < shared ? 0.01 : 0;
}
