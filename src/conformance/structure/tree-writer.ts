import { GROUP, type InstanceTree, NONE } from '../instance/instance-tree.js';
import type { LineList } from '../instance/line-list.js';
import { addSegment } from './add-segment.js';
import type { GrammarNode } from './message-grammar.js';
import type { Position } from './positions.js';
import type { Transitions } from './transitions.js';

/** Writes segments one after the other into a tree, and opens and closes the groups around them. */
export class TreeWriter {
  readonly #tree: InstanceTree;
  readonly #transitions: Transitions;
  /** Group nodes that are open, by level; NONE for a choice, which has no node of its own. */
  readonly #open: number[] = [];
  #last: Position | undefined;

  constructor(tree: InstanceTree, transitions: Transitions) {
    this.#tree = tree;
    this.#transitions = transitions;
  }

  begin(): void {
    this.#open.length = 0;
    this.#last = undefined;
  }

  /** The line as a segment at `position`, behind those written before. */
  write(lines: LineList, line: number, position: Position): void {
    const { repeated, shared } = this.#transitions.between(this.#last, position);
    const kept = repeated === -1 ? shared : Math.min(repeated, shared);
    const start = lines.start[line] ?? 0;
    const number = lines.number[line] ?? 1;
    this.#open.length = kept;
    for (let level = kept; level < position.path.length - 1; level++) {
      const node = position.path[level];
      if (node !== undefined) this.#open[level] = this.#openGroup(node, level, start, number);
    }
    const parent = this.#above(position.path.length - 1);
    addSegment(this.#tree, lines, line, parent, position.node.element, this.#instance(parent, position.node));
    this.#last = position;
  }

  #openGroup(node: GrammarNode, level: number, start: number, line: number): number {
    if (node.kind === 'choice') return NONE;
    const parent = this.#above(level);
    const { index, definition, position } = node.element;
    return this.#tree.add(GROUP, parent, index, definition, position, this.#instance(parent, node), start, start, line);
  }

  /** The nearest open group above the level; the message where there is none. */
  #above(level: number): number {
    for (let at = level - 1; at >= 0; at--) {
      const node = this.#open[at] ?? NONE;
      if (node !== NONE) return node;
    }
    return 0;
  }

  /** Children are written in order of position: a further occurrence follows the one before. */
  #instance(parent: number, { element }: GrammarNode): number {
    const last = this.#tree.lastChild[parent] ?? NONE;
    const isAgain = last !== NONE && this.#tree.position[last] === element.position;
    return isAgain ? (this.#tree.instance[last] ?? 0) + 1 : 1;
  }
}
