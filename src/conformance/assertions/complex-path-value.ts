import { holds } from '../compare/compare-values.js';
import { valueTypeOf } from '../compare/value-type.js';
import type { Examination } from '../examination.js';
import { type InstanceTree, NONE } from '../instance/instance-tree.js';
import { hasInside, query } from '../instance/query.js';
import { isSimple, rawValue } from '../instance/value.js';
import type { CompiledPath, ComplexPathValue } from '../plan/compiled-assertion.js';
import { FAIL, INCONCLUSIVE, type Notes, type Outcome, PASS, undecided } from './outcome.js';
import { whenAbsent } from './when-absent.js';

/** Elements at two paths, compared part by part: what has the same position and occurrence in both belongs together. */
export function complexPathValue(
  x: Examination,
  node: number,
  assertion: ComplexPathValue,
  notes: Notes | undefined,
): Outcome {
  const left = elementsAt(x.tree, node, assertion.path1);
  const right = elementsAt(x.tree, node, assertion.path2);
  if (left === undefined || right === undefined) {
    return undecided(notes, node, assertion, 'a path cannot be followed');
  }
  if (left.length === 0 && right.length === 0) return whenAbsent(assertion.whenAbsent, node, assertion, notes);
  const written: Notes = [];
  const outcome = compareAll({ x, from: node, assertion, notes: written }, occurrences(x.tree, left, right));
  if (outcome === FAIL) notes?.push(...written.filter(({ problem }) => problem === undefined));
  if (outcome === INCONCLUSIVE) notes?.push({ node, from: node, assertion, problem: 'parts cannot be compared' });
  return outcome;
}

function elementsAt(tree: InstanceTree, node: number, { steps }: CompiledPath): readonly number[] | undefined {
  const elements: number[] = [];
  return steps !== undefined && query(tree, node, steps, elements) ? elements : undefined;
}

interface PartComparison {
  readonly x: Examination;
  readonly from: number;
  readonly assertion: ComplexPathValue;
  readonly notes: Notes;
}

/** Left and right; NONE where one side lacks it. */
type Pair = [left: number, right: number];

/** The elements themselves are paired by their occurrence alone. */
function occurrences(tree: InstanceTree, left: readonly number[], right: readonly number[]): readonly Pair[] {
  return paired(left, right, (node) => tree.instance[node] ?? 0);
}

/** Their parts by position and occurrence; told from the last, so that the first difference is the one to be shown. */
function parts(tree: InstanceTree, left: number, right: number): readonly Pair[] {
  const placeOf = (node: number) => `${tree.position[node]}.${tree.instance[node]}`;
  return paired(childrenOf(tree, left), childrenOf(tree, right), placeOf).reverse();
}

function paired(left: readonly number[], right: readonly number[], keyOf: (node: number) => string | number): Pair[] {
  const pairs = new Map<string | number, Pair>();
  for (const node of left) if (!pairs.has(keyOf(node))) pairs.set(keyOf(node), [node, NONE]);
  for (const node of right) {
    const pair = pairs.get(keyOf(node));
    if (pair === undefined) pairs.set(keyOf(node), [NONE, node]);
    else if (pair[1] === NONE) pair[1] = node;
  }
  return [...pairs.values()];
}

/** A difference outweighs what cannot be compared. */
function compareAll(to: PartComparison, pairs: readonly Pair[]): Outcome {
  return pairs.reduce<Outcome>((outcome, [left, right]) => worse(outcome, comparePair(to, left, right)), PASS);
}

function worse(a: Outcome, b: Outcome): Outcome {
  if (a === FAIL || b === FAIL) return FAIL;
  return a === INCONCLUSIVE || b === INCONCLUSIVE ? INCONCLUSIVE : PASS;
}

function comparePair(to: PartComparison, left: number, right: number): Outcome {
  const { tree } = to.x;
  if (left === NONE || right === NONE) return to.assertion.strict ? different(to, left === NONE ? right : left) : PASS;
  if (isSimple(tree, left) && isSimple(tree, right)) return compareSimple(to, left, right);
  if (hasInside(tree, left) && hasInside(tree, right)) {
    return compareAll(to, parts(tree, left, right));
  }
  return undecided(to.notes, to.from, to.assertion, 'one side has components, the other none');
}

function compareSimple(to: PartComparison, left: number, right: number): Outcome {
  const { x, assertion } = to;
  const [a, b] = [left, right].map((node) => ({ type: valueTypeOf(x.tree, node), text: rawValue(x.tree, node) }));
  const does = a === undefined || b === undefined ? undefined : holds(x, a, b, assertion.comparison);
  if (does === undefined) return undecided(to.notes, to.from, assertion, 'the values cannot be compared');
  return does ? PASS : different(to, left);
}

function different({ x, from, assertion, notes }: PartComparison, node: number): Outcome {
  notes.push({ node, from, assertion, actual: rawValue(x.tree, node) });
  return FAIL;
}

function childrenOf(tree: InstanceTree, node: number): readonly number[] {
  const children: number[] = [];
  for (let child = tree.firstChild[node] ?? NONE; child !== NONE; child = tree.next[child] ?? NONE)
    children.push(child);
  return children;
}
