import type { Examination } from '../examination.js';
import type { CompiledAssertion } from '../plan/compiled-assertion.js';
import { FAIL, INCONCLUSIVE, type Judge, type Notes, type Outcome, PASS, REFUSED } from './outcome.js';
import { firstOf } from './presence.js';

type Not = Extract<CompiledAssertion, { kind: 'not' }>;
type Pair = Extract<CompiledAssertion, { kind: 'and' | 'or' }>;
type List = Extract<CompiledAssertion, { kind: 'for-all' | 'exists' }>;

/** What is not to be there is to blame; else the element itself. */
export function not(x: Examination, node: number, assertion: Not, notes: Notes | undefined, judge: Judge): Outcome {
  const outcome = judge(x, node, assertion.of, undefined);
  if (outcome === FAIL || outcome === REFUSED) return PASS;
  if (notes === undefined) return outcome === PASS ? FAIL : INCONCLUSIVE;
  if (outcome === INCONCLUSIVE) return judge(x, node, assertion.of, notes);
  notes.push({ node: blamed(x, node, assertion.of), from: node, assertion });
  return FAIL;
}

function blamed({ tree }: Examination, node: number, of: CompiledAssertion): number {
  const path = of.kind === 'presence' ? of.path.steps : undefined;
  return (path === undefined ? undefined : firstOf(tree, node, path)) ?? node;
}

/**
 * Both. What fails decides, whatever cannot be told of the other side; the reference stops at a left side of which nothing
 * can be told.
 */
export function and(x: Examination, node: number, assertion: Pair, notes: Notes | undefined, judge: Judge): Outcome {
  const before = notes?.length ?? 0;
  const left = judge(x, node, assertion.left, notes);
  if (left === FAIL || left === REFUSED) return FAIL;
  if (left === INCONCLUSIVE && x.mode.quirks.inconclusiveOrStops) return INCONCLUSIVE;
  const between = notes?.length ?? 0;
  const right = judge(x, node, assertion.right, notes);
  if (left === INCONCLUSIVE && right === PASS) return INCONCLUSIVE;
  if (left === INCONCLUSIVE && right !== INCONCLUSIVE) notes?.splice(before, between - before);
  return right === REFUSED ? FAIL : right;
}

/** One of the two. Of what a rule function refuses the reference does not try the other side. */
export function or(x: Examination, node: number, assertion: Pair, notes: Notes | undefined, judge: Judge): Outcome {
  const before = notes?.length ?? 0;
  const left = judge(x, node, assertion.left, notes);
  if (left === PASS || (left !== FAIL && x.mode.quirks.inconclusiveOrStops)) return left;
  const between = notes?.length ?? 0;
  const right = judge(x, node, assertion.right, notes);
  if (right === PASS) {
    if (notes !== undefined) notes.length = before;
    return PASS;
  }
  if (left === FAIL && right === FAIL) return FAIL;
  if (left === INCONCLUSIVE || right === INCONCLUSIVE) {
    keepUndecided(notes, before, between, left, right);
    return INCONCLUSIVE;
  }
  return right === REFUSED ? REFUSED : FAIL;
}

/** What failed is no reason where the other side could not be told. */
function keepUndecided(notes: Notes | undefined, before: number, between: number, left: Outcome, right: Outcome): void {
  if (notes === undefined) return;
  if (right !== INCONCLUSIVE) notes.length = between;
  if (left !== INCONCLUSIVE) notes.splice(before, between - before);
}

/** All; the first that does not pass decides, but what fails outweighs what cannot be told. */
export function forAll(x: Examination, node: number, assertion: List, notes: Notes | undefined, judge: Judge): Outcome {
  const stops = x.mode.quirks.inconclusiveOrStops;
  const before = notes?.length ?? 0;
  let decided: Outcome = PASS;
  for (const each of assertion.of) {
    const between = notes?.length ?? 0;
    const outcome = judge(x, node, each, notes);
    if (outcome === PASS) continue;
    if (outcome !== INCONCLUSIVE || stops) {
      if (decided === INCONCLUSIVE) notes?.splice(before, between - before);
      return outcome;
    }
    decided = INCONCLUSIVE;
  }
  return decided;
}

/** At least one; where all fail all are to blame. */
export function exists(x: Examination, node: number, assertion: List, notes: Notes | undefined, judge: Judge): Outcome {
  const stops = x.mode.quirks.inconclusiveOrStops;
  const before = notes?.length ?? 0;
  let decided: Outcome = FAIL;
  for (const each of assertion.of) {
    const outcome = judge(x, node, each, notes);
    if (outcome === PASS && notes !== undefined) notes.length = before;
    if (outcome === PASS || (outcome !== FAIL && stops)) return outcome;
    if (outcome === INCONCLUSIVE) decided = INCONCLUSIVE;
  }
  return decided;
}
