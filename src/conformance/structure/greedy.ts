import { GROUP, type InstanceTree, NONE } from '../instance/instance-tree.js';
import type { LineList } from '../instance/line-list.js';
import { addSegment } from './add-segment.js';
import type { LeftOver, Matcher } from './matcher.js';
import type { GrammarNode, MessageGrammar } from './message-grammar.js';

/**
 * The reference's way to lay lines over a structure: element by element, taking what fits at once and never looking back. A
 * segment that stands elsewhere than expected ends it, and all that follows is unexpected.
 */
export class GreedyMatcher implements Matcher {
  readonly #grammar: MessageGrammar;
  readonly #starts = new Map<GrammarNode, ReadonlySet<number>>();
  #tree: InstanceTree;
  #lines: LineList | undefined;
  /** Of the lines that are segments of the message. */
  #queue: readonly number[] = [];
  #at = 0;

  constructor(grammar: MessageGrammar, tree: InstanceTree) {
    this.#grammar = grammar;
    this.#tree = tree;
    for (const child of grammar.children) this.#prepare(child);
  }

  match(lines: LineList, queue: readonly number[]): LeftOver {
    this.#lines = lines;
    this.#queue = queue;
    this.#at = 0;
    this.#matchChildren(0, this.#grammar.children, 0);
    return { unexpected: queue.slice(this.#at), moves: [] };
  }

  /** Which names begin the node: of a group those of its leading segments, else of anything in it. */
  #prepare(node: GrammarNode): ReadonlySet<number> {
    const starts = node.children.map((child) => this.#prepare(child));
    this.#starts.set(node, startsOf(node, starts));
    return this.#starts.get(node) ?? new Set();
  }

  #expects(node: GrammarNode): boolean {
    const name = this.#current();
    return name !== NONE && (this.#starts.get(node)?.has(name) ?? false);
  }

  #current(): number {
    const line = this.#queue[this.#at];
    return line === undefined ? NONE : (this.#lines?.name[line] ?? NONE);
  }

  /** The first of them, where it is a segment, takes exactly one line, whatever that is: it was looked for before. */
  #matchChildren(parent: number, children: readonly GrammarNode[], from: number): void {
    for (let at = from; at < children.length; at++) {
      const child = children[at];
      if (child === undefined) return;
      if (child.kind === 'segment') this.#matchSegment(parent, child, at === from);
      else if (child.kind === 'group') this.#matchGroup(parent, child);
      else this.#matchChoice(parent, child);
    }
  }

  #matchSegment(parent: number, node: GrammarNode, isHead: boolean): void {
    if (isHead) {
      this.#addSegment(parent, node, 1);
      return;
    }
    for (let instance = 1; this.#current() === node.name; instance++) this.#addSegment(parent, node, instance);
  }

  #matchGroup(parent: number, node: GrammarNode): void {
    for (let instance = 1; this.#expects(node); instance++) this.#addGroup(parent, node, instance);
  }

  #addGroup(parent: number, node: GrammarNode, instance: number): void {
    const head = node.children.findIndex((child) => this.#expects(child));
    const line = this.#lines?.number[this.#queue[this.#at] ?? 0] ?? 1;
    const { index, definition, position } = node.element;
    const start = this.#lines?.start[this.#queue[this.#at] ?? 0] ?? 0;
    const group = this.#tree.add(GROUP, parent, index, definition, position, instance, start, start, line);
    this.#matchChildren(group, node.children, head);
  }

  /** The reference knows no choice; here each occurrence takes the first alternative that fits. */
  #matchChoice(parent: number, node: GrammarNode): void {
    for (let instance = 1; this.#expects(node); instance++) {
      const alternative = node.children.find((child) => this.#expects(child));
      if (alternative === undefined) return;
      if (alternative.kind === 'segment') this.#addSegment(parent, alternative, instance);
      else if (alternative.kind === 'group') this.#addGroup(parent, alternative, instance);
      else this.#matchChoice(parent, alternative);
    }
  }

  #addSegment(parent: number, node: GrammarNode, instance: number): void {
    const line = this.#queue[this.#at];
    const lines = this.#lines;
    if (line === undefined || lines === undefined) return;
    addSegment(this.#tree, lines, line, parent, node.element, instance);
    this.#at++;
  }
}

function startsOf(node: GrammarNode, ofChildren: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  if (node.kind === 'segment') return new Set([node.name]);
  const firstNested = node.children.findIndex(({ kind }) => kind !== 'segment');
  const isLed = node.kind === 'group' && firstNested !== 0;
  const counted = isLed && firstNested > 0 ? ofChildren.slice(0, firstNested) : ofChildren;
  return new Set(counted.flatMap((names) => [...names]));
}
