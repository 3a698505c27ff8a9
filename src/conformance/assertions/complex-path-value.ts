import { holds } from '../compare/compare-values.js';
import { valueTypeOf } from '../compare/value-type.js';
import type { Examination } from '../examination.js';
import { type InstanceTree, NONE } from '../instance/instance-tree.js';
import { hasInside, query } from '../instance/query.js';
import { isSimple, rawValue } from '../instance/value.js';
import type { CompiledPath, ComplexPathValue } from '../plan/compiled-assertion.js';
import { inHashOrder, pairHash } from './hash-order.js';
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
  const outcome = compareAll({ x, from: node, assertion, notes: written }, occurrences(x, left, right));
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
function occurrences(x: Examination, left: readonly number[], right: readonly number[]): readonly Pair[] {
  return paired(x, left, right, (node) => x.tree.instance[node] ?? 0, String);
}

/** Their parts by position and occurrence; told from the last. */
function parts(x: Examination, left: number, right: number): readonly Pair[] {
  const { tree } = x;
  const hashOf = (node: number) => pairHash(tree.position[node] ?? 0, tree.instance[node] ?? 0);
  const keyOf = (_: number, node: number) => `${tree.position[node]}.${tree.instance[node]}`;
  return paired(x, childrenOf(tree, left), childrenOf(tree, right), hashOf, keyOf).reverse();
}

type KeyOf = (hash: number, node: number) => string;

function paired(
  x: Examination,
  left: readonly number[],
  right: readonly number[],
  hashOf: (node: number) => number,
  keyOf: KeyOf,
): Pair[] {
  const key = (node: number) => keyOf(hashOf(node), node);
  const order = (nodes: readonly number[]) => (x.mode.quirks.partsInHashOrder ? inHashOrder(nodes, hashOf) : nodes);
  const lefts = firstOfEach(left, key);
  const rights = firstOfEach(right, key);
  const both = order([...lefts.values()]).map((node): Pair => [node, rights.get(key(node)) ?? NONE]);
  const others = order([...rights.values()]).filter((node) => !lefts.has(key(node)));
  return [...both, ...others.map((node): Pair => [NONE, node])];
}

function firstOfEach(nodes: readonly number[], key: (node: number) => string): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const node of nodes) if (!first.has(key(node))) first.set(key(node), node);
  return first;
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
    return compareAll(to, parts(to.x, left, right));
  }
  return undecided(to.notes, to.from, to.assertion, 'one side has components, the other none');
}

function compareSimple(to: PartComparison, left: number, right: number): Outcome {
  const { x, assertion } = to;
  const [a, b] = [left, right].map((node) => ({ type: valueTypeOf(x.tree, node), text: rawValue(x.tree, node) }));
  const does = a === undefined || b === undefined ? undefined : holds(x, a, b, assertion.comparison);
  if (does === undefined)
    return undecided(to.notes, to.from, assertion, 'the values cannot be compared', [left, right]);
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
