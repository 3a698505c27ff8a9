import type { InstanceTree } from '../instance/instance-tree.js';
import type { LineList } from '../instance/line-list.js';
import { Alignment, type Step } from './alignment.js';
import { exchangeThatMends } from './exchange.js';
import type { LeftOver, Matcher } from './matcher.js';
import type { MessageGrammar } from './message-grammar.js';
import { type Position, type Positions, positionsOf } from './positions.js';
import { type Move, type Placement, relocate } from './relocation.js';
import { Transitions } from './transitions.js';
import { TreeWriter } from './tree-writer.js';

/**
 * Lays lines over a structure with the fewest corrections: a segment that stands elsewhere than it should is judged where it
 * belongs, and everything around it as if nothing were wrong.
 */
export class RecoveringMatcher implements Matcher {
  readonly #positions: Positions;
  readonly #transitions: Transitions;
  readonly #alignment: Alignment;
  readonly #writer: TreeWriter;

  constructor(grammar: MessageGrammar, tree: InstanceTree) {
    this.#positions = positionsOf(grammar);
    this.#transitions = new Transitions(grammar, this.#positions.list.length);
    this.#alignment = new Alignment(this.#positions, this.#transitions);
    this.#writer = new TreeWriter(tree, this.#transitions);
  }

  match(lines: LineList, queue: readonly number[]): LeftOver {
    const names = queue.map((line) => lines.name[line] ?? 0);
    const steps = this.#alignment.align(names);
    const isFlawless = steps.every(({ position }) => position !== undefined);
    if (isFlawless) {
      this.#write(lines, queue, steps);
      return NOTHING;
    }
    const { placements, moves, homeless } = relocate(steps, this.#positions, this.#transitions, names);
    const suspects = [...moves.flatMap(({ moved }) => moved), ...homeless];
    const faults = suspects.length + this.#faultsOf(placements);
    const exchange = faults < 2 ? undefined : exchangeThatMends(this.#alignment, names, suspects);
    this.#write(lines, queue, exchange?.steps ?? placements);
    if (exchange !== undefined) return { ...NOTHING, exchange: inQueue(exchange.pair, queue) };
    return { unexpected: homeless.map((at) => queue[at] ?? 0), moves: moves.map((move) => inLines(move, queue)) };
  }

  /** What is missing or there too often. */
  #faultsOf(placements: readonly Placement[]): number {
    let before: Position | undefined;
    let count = 0;
    for (const { position } of placements) {
      const { skipped, isTooOften } = this.#transitions.between(before, position);
      count += skipped.length + (isTooOften ? 1 : 0);
      before = position;
    }
    return count + this.#transitions.toEnd(before).length;
  }

  #write(lines: LineList, queue: readonly number[], placements: readonly (Step | Placement)[]): void {
    this.#writer.begin();
    for (const { at, position } of placements) {
      const line = queue[at];
      if (line !== undefined && position !== undefined) this.#writer.write(lines, line, position);
    }
  }
}

const NOTHING: LeftOver = { unexpected: [], moves: [] };

function inQueue([one, other]: readonly [number, number], queue: readonly number[]): readonly [number, number] {
  return [queue[one] ?? 0, queue[other] ?? 0];
}

function inLines({ moved, behind }: Move, queue: readonly number[]): LeftOver['moves'][number] {
  return { lines: moved.map((at) => queue[at] ?? 0), behind: behind === undefined ? undefined : queue[behind] };
}
