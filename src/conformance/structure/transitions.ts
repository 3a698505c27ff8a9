import type { GrammarNode, MessageGrammar } from './message-grammar.js';
import type { Position } from './positions.js';

/** A required element that is not there. */
export interface Skipped {
  /** Of a segment its name; of a group the names with which it can begin. */
  readonly names: readonly number[];
  /** How many segments more would still be missing if one of these were there. */
  readonly more: number;
}

/**
 * From one segment to the next: the cheapest way through the structure.
 */
export interface Transition {
  /** The required elements that are passed over. */
  readonly skipped: readonly Skipped[];
  /** What else is wrong with it: an element that may not be there, or not repeat. */
  readonly penalty: number;
  /** An element repeats that may not. */
  readonly isTooOften: boolean;
  /** 0-based level, from the message down, of the element that begins again; -1 where the way goes forward. */
  readonly repeated: number;
  /** How many levels of groups both have in common. */
  readonly shared: number;
}

/** One more than may be: less than a segment too many where there is no other way, more than one missing where there is. */
const TOO_OFTEN = 0.95;
const TOO_OFTEN_THOUGH = 1.1;
const EXCLUDED = 0.9;

/** What every skipped segment costs, to compare ways. */
export const MISSING = 1.05;

/** Ways between all places of a message, worked out when first asked for. */
export class Transitions {
  readonly #grammar: MessageGrammar;
  readonly #count: number;
  readonly #known: (Transition | undefined)[] = [];

  constructor(grammar: MessageGrammar, count: number) {
    this.#grammar = grammar;
    this.#count = count;
  }

  /** `from` is undefined before the first segment. */
  between(from: Position | undefined, to: Position): Transition {
    const key = ((from?.index ?? -1) + 1) * this.#count + to.index;
    const known = this.#known[key];
    if (known !== undefined) return known;
    const made = from === undefined ? this.#begin(to) : this.#cheapest(from, to);
    this.#known[key] = made;
    return made;
  }

  /** What is missing behind the last segment, or where there is none. */
  toEnd(from: Position | undefined): readonly Skipped[] {
    return from === undefined ? requiredOf(this.#grammar.children) : this.#behind(from, 0);
  }

  #begin(to: Position): Transition {
    return { skipped: this.#before(to, 0), penalty: excluded(to), isTooOften: false, repeated: -1, shared: 0 };
  }

  #cheapest(from: Position, to: Position): Transition {
    const shared = sharedLevels(from, to);
    const ways = this.#ways(from, to, shared);
    let best = ways[0] ?? this.#begin(to);
    for (const way of ways) if (priceOf(way, ways) < priceOf(best, ways)) best = way;
    return best;
  }

  /** The nearest first: forward, then each element around both, from the innermost out, once more. */
  #ways(from: Position, to: Position, shared: number): readonly Transition[] {
    const forward = this.#forward(from, to, shared);
    const ways = forward === undefined ? [] : [forward];
    for (let level = shared - 1; level >= 0; level--) {
      const element = from.path[level];
      if (element === undefined || element.kind === 'segment') continue;
      const skipped = [...this.#behind(from, level + 1), ...this.#before(to, level + 1)];
      ways.push({
        skipped,
        penalty: excluded(to) + tooOften(element),
        isTooOften: tooOften(element) > 0,
        repeated: level,
        shared,
      });
    }
    return ways;
  }

  #forward(from: Position, to: Position, shared: number): Transition | undefined {
    if (from === to) {
      const level = from.path.length - 1;
      return {
        skipped: [],
        penalty: excluded(to) + tooOften(to.node),
        isTooOften: tooOften(to.node) > 0,
        repeated: level,
        shared: level,
      };
    }
    const [here = 0, there = 0] = [from.steps[shared], to.steps[shared]];
    const parent = from.path[shared - 1];
    if (parent?.kind === 'choice' || there <= here) return undefined;
    const between = requiredOf(this.#childrenAt(from, shared).slice(here + 1, there));
    const skipped = [...this.#behind(from, shared + 1), ...between, ...this.#before(to, shared + 1)];
    return { skipped, penalty: excluded(to), isTooOften: false, repeated: -1, shared };
  }

  /** Required elements behind `from` in each group around it, down from `level`. */
  #behind(from: Position, level: number): readonly Skipped[] {
    return this.#beside(from, level, (siblings, step) => siblings.slice(step + 1));
  }

  /** Required elements before `to` in each group around it, down from `level`. */
  #before(to: Position, level: number): readonly Skipped[] {
    return this.#beside(to, level, (siblings, step) => siblings.slice(0, step));
  }

  #beside(
    position: Position,
    level: number,
    pick: (siblings: readonly GrammarNode[], step: number) => readonly GrammarNode[],
  ): readonly Skipped[] {
    const missing: Skipped[] = [];
    for (let at = level; at < position.steps.length; at++) {
      if (position.path[at - 1]?.kind === 'choice') continue;
      missing.push(...requiredOf(pick(this.#childrenAt(position, at), position.steps[at] ?? 0)));
    }
    return missing;
  }

  /** The siblings among which the path's element at `level` stands. */
  #childrenAt(position: Position, level: number): readonly GrammarNode[] {
    return position.path[level - 1]?.children ?? this.#grammar.children;
  }
}

function sharedLevels(from: Position, to: Position): number {
  let level = 0;
  while (level < from.path.length && from.path[level] === to.path[level]) level++;
  return level;
}

function priceOf(way: Transition, ways: readonly Transition[]): number {
  const isAvoidable = way.isTooOften && ways.some((other) => !other.isTooOften);
  return costOf(way) + (isAvoidable ? TOO_OFTEN_THOUGH - TOO_OFTEN : 0);
}

export function costOf({ skipped, penalty }: Transition): number {
  return skipped.length * MISSING + penalty;
}

function requiredOf(nodes: readonly GrammarNode[]): readonly Skipped[] {
  return nodes.filter(({ element }) => element.usage === 'R').map(skippedAt);
}

/** A group begins with the first that it requires, else with its first. */
function skippedAt(node: GrammarNode): Skipped {
  if (node.kind === 'segment') return { names: [node.name], more: 0 };
  const required = node.children.filter(({ element }) => element.usage === 'R');
  if (node.kind === 'choice') return { names: node.children.flatMap((child) => skippedAt(child).names), more: 0 };
  const head = required[0] ?? node.children[0];
  if (head === undefined) return { names: [], more: 0 };
  const { names, more } = skippedAt(head);
  return { names, more: more + Math.max(required.length - 1, 0) };
}

function tooOften({ element }: GrammarNode): number {
  return element.max > 1 ? 0 : TOO_OFTEN;
}

function excluded({ path }: Position): number {
  return path.some(({ element }) => element.usage === 'X' || element.usage === 'W') ? EXCLUDED : 0;
}
