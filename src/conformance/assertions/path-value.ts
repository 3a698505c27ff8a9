import { holds } from '../compare/compare-values.js';
import { valueTypeOf } from '../compare/value-type.js';
import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import { query } from '../instance/query.js';
import { isSimple, rawValue } from '../instance/value.js';
import type { CompiledMode, CompiledPath, Literal, PathValue } from '../plan/compiled-assertion.js';
import { FAIL, type Notes, type Outcome, PASS, undecided } from './outcome.js';
import { whenAbsent } from './when-absent.js';

/** The values at one path stand to those at another as the operator says: so many of the left to so many of the right. */
export function pathValue(x: Examination, node: number, assertion: PathValue, notes: Notes | undefined): Outcome {
  const left = valuesAt(x, node, assertion.path1);
  const right = valuesAt(x, node, assertion.path2);
  if (left === undefined || right === undefined) {
    return undecided(notes, node, assertion, 'a path cannot be followed to values');
  }
  if (left.length === 0 && right.length === 0) return whenAbsent(assertion.whenAbsent, node, assertion, notes);
  const [only] = left.length === 0 ? right : right.length === 0 ? left : [];
  const isOneSided = only !== undefined && (left.length + right.length === 1 || !x.mode.quirks.severalEqualNone);
  if (!isOneSided && compares(x, assertion, left, right)) return PASS;
  const blamed = only ?? left[0] ?? NONE;
  const actual = blamed === NONE ? '' : rawValue(x.tree, blamed);
  notes?.push({ node: blamed, from: node, assertion, actual, compared: [...left, ...right] });
  return FAIL;
}

function valuesAt({ tree }: Examination, node: number, { steps }: CompiledPath): readonly number[] | undefined {
  const values: number[] = [];
  if (steps === undefined || !query(tree, node, steps, values)) return undefined;
  return values.every((value) => isSimple(tree, value)) ? values : undefined;
}

/** What cannot be compared does not compare. */
function compares(
  x: Examination,
  { comparison, mode1, mode2 }: PathValue,
  left: readonly number[],
  right: readonly number[],
): boolean {
  const others = right.map((node) => literalAt(x, node));
  const hits = left.filter((node) => {
    const one = literalAt(x, node);
    const count = others.filter((other) => holds(x, one, other, comparison) === true).length;
    return isSoMany(mode2, count, others.length);
  });
  return isSoMany(mode1, hits.length, left.length);
}

function literalAt({ tree }: Examination, node: number): Literal {
  return { type: valueTypeOf(tree, node), text: rawValue(tree, node) };
}

function isSoMany(mode: CompiledMode, hits: number, total: number): boolean {
  if (mode === 'all') return hits === total;
  return mode === 'one' ? hits > 0 : hits === mode;
}
