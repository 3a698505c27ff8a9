import { never } from '../../base/never.js';
import { contains } from './character-set.js';
import type { Boundary, ExpressionNode } from './expression-node.js';
import { matchingBudget } from './matching-budget.js';

/** Steps after which matching is given up: some tens of milliseconds. */
const MOST_STEPS = 500_000;

/** What goes on from a place in the text; whether the rest matches. */
type Rest = (at: number) => boolean;

interface Attempt {
  readonly text: readonly number[];
  /** Start and end of each group that has matched. */
  readonly groups: (readonly [number, number] | undefined)[];
  steps: number;
}

class GivenUp extends Error {}

/**
 * Whether the whole text matches; undefined where that takes too long. It goes the ways of Java's own engine, backtracking,
 * for what no linear engine can express, and counts its steps.
 */
export function matchesBounded(node: ExpressionNode, text: string): boolean | undefined {
  const attempt: Attempt = { text: codePointsOf(text), groups: [], steps: 0 };
  try {
    return match(attempt, node, 0, (at) => at === attempt.text.length);
  } catch (error) {
    // A RangeError is the end of the stack.
    if (error instanceof GivenUp || error instanceof RangeError) return undefined;
    throw error;
  } finally {
    matchingBudget.spend(attempt.steps);
  }
}

function codePointsOf(text: string): readonly number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

function match(attempt: Attempt, node: ExpressionNode, at: number, rest: Rest): boolean {
  if (++attempt.steps > MOST_STEPS) throw new GivenUp();
  switch (node.kind) {
    case 'empty':
      return rest(at);
    case 'characters':
      return isIn(attempt, node.set, at) && rest(at + 1);
    case 'sequence':
      return matchItems(attempt, node.items, 0, at, rest);
    case 'choice':
      return node.alternatives.some((each) => match(attempt, each, at, rest));
    case 'repeat':
      if (node.of.kind === 'characters' && !node.lazy)
        return matchRun(attempt, node.of.set, node.min, node.max, at, rest);
      return matchRepeat(attempt, node, 0, at, rest);
    case 'group':
      return matchGroup(attempt, node.of, node.number, at, rest);
    case 'atomic': {
      const end = endOf(attempt, node.of, at);
      return end !== undefined && rest(end);
    }
    case 'look': {
      const seen = node.ahead ? endOf(attempt, node.of, at) !== undefined : matchesBefore(attempt, node.of, at);
      return seen !== node.negative && rest(at);
    }
    case 'reference':
      return matchReference(attempt, node.group, node.ignoreCase, at, rest);
    case 'boundary':
      return isAt(attempt.text, node.at, at) && rest(at);
    default:
      return never(node);
  }
}

function isIn({ text }: Attempt, set: readonly number[], at: number): boolean {
  return at < text.length && contains(set, text[at] ?? 0);
}

function matchItems(
  attempt: Attempt,
  items: readonly ExpressionNode[],
  index: number,
  at: number,
  rest: Rest,
): boolean {
  const item = items[index];
  if (item === undefined) return rest(at);
  return match(attempt, item, at, (next) => matchItems(attempt, items, index + 1, next, rest));
}

/** A repeated class needs no stack: as many characters as there are, then fewer. */
function matchRun(attempt: Attempt, set: readonly number[], min: number, max: number, at: number, rest: Rest): boolean {
  let end = at;
  while (end - at < max && isIn(attempt, set, end)) end++;
  for (; end - at >= min; end--) {
    if (++attempt.steps > MOST_STEPS) throw new GivenUp();
    if (rest(end)) return true;
  }
  return false;
}

type Repeat = Extract<ExpressionNode, { kind: 'repeat' }>;

function matchRepeat(attempt: Attempt, node: Repeat, count: number, at: number, rest: Rest): boolean {
  const again = (next: number): boolean =>
    // An empty turn leads nowhere new: it is the last.
    next === at && count >= node.min ? rest(next) : matchRepeat(attempt, node, count + 1, next, rest);
  const isEnough = count >= node.min;
  if (node.lazy && isEnough && rest(at)) return true;
  if (count < node.max && match(attempt, node.of, at, again)) return true;
  return !node.lazy && isEnough && rest(at);
}

function matchGroup(attempt: Attempt, of: ExpressionNode, number: number, at: number, rest: Rest): boolean {
  const before = attempt.groups[number];
  const matched = match(attempt, of, at, (end) => {
    const outer = attempt.groups[number];
    attempt.groups[number] = [at, end];
    if (rest(end)) return true;
    attempt.groups[number] = outer;
    return false;
  });
  if (!matched) attempt.groups[number] = before;
  return matched;
}

/** Where the first way to match ends; undefined where there is none. */
function endOf(attempt: Attempt, of: ExpressionNode, at: number): number | undefined {
  let found: number | undefined;
  match(attempt, of, at, (end) => {
    found = end;
    return true;
  });
  return found;
}

function matchesBefore(attempt: Attempt, of: ExpressionNode, at: number): boolean {
  for (let start = at; start >= 0; start--) if (match(attempt, of, start, (end) => end === at)) return true;
  return false;
}

/** A group that has matched nothing yet is never matched again. */
function matchReference(attempt: Attempt, number: number, ignoreCase: boolean, at: number, rest: Rest): boolean {
  const group = attempt.groups[number];
  if (group === undefined) return false;
  const [start, end] = group;
  for (let i = start; i < end; i++) {
    if (!isSame(attempt.text[i], attempt.text[at + i - start], ignoreCase)) return false;
  }
  return rest(at + end - start);
}

function isSame(a: number | undefined, b: number | undefined, ignoreCase: boolean): boolean {
  if (a === b || a === undefined || b === undefined || !ignoreCase) return a === b;
  return (a | 0x20) === (b | 0x20) && (a | 0x20) >= 0x61 && (a | 0x20) <= 0x7a;
}

function isAt(text: readonly number[], boundary: Boundary, at: number): boolean {
  switch (boundary) {
    case 'text-start':
      return at === 0;
    case 'text-end':
      return at === text.length;
    case 'final-line-end':
      return at >= text.length - 2 && /^(\r\n|[\n\r\x85\u2028\u2029])?$/.test(String.fromCodePoint(...text.slice(at)));
    case 'line-start':
      return at === 0 || (isLineEnd(text[at - 1]) && !(text[at - 1] === 0x0d && text[at] === 0x0a));
    case 'line-end':
      return at === text.length || (isLineEnd(text[at]) && !(text[at - 1] === 0x0d && text[at] === 0x0a));
    case 'word':
      return isWord(text[at - 1]) !== isWord(text[at]);
    case 'not-word':
      return isWord(text[at - 1]) === isWord(text[at]);
    default:
      return never(boundary);
  }
}

function isLineEnd(codePoint: number | undefined): boolean {
  return codePoint !== undefined && /[\n\r\x85\u2028\u2029]/.test(String.fromCodePoint(codePoint));
}

function isWord(codePoint: number | undefined): boolean {
  return codePoint !== undefined && /[\p{L}\p{Nd}_]/u.test(String.fromCodePoint(codePoint));
}
