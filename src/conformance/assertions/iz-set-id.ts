import type { Examination } from '../examination.js';
import { query } from '../instance/query.js';
import { isSimple, rawValue } from '../instance/value.js';
import type { CompiledAssertion } from '../plan/compiled-assertion.js';
import { FAIL, type Notes, type Outcome, PASS, undecided } from './outcome.js';

export type IzSetId = Extract<CompiledAssertion, { kind: 'iz-set-id' }>;

/** The values of `element` count 1, 2, 3, either in each of the parents or over all of them. */
export function izSetId(x: Examination, node: number, assertion: IzSetId, notes: Notes | undefined): Outcome {
  const parents: number[] = [];
  const { steps } = assertion.parent;
  if (steps === undefined || !query(x.tree, node, steps, parents)) {
    return undecided(notes, node, assertion, `${assertion.parent.text} does not lead to elements`);
  }
  const values = parents.map((parent) => valuesOf(x, parent, assertion));
  const known = values.filter((each) => each !== undefined);
  if (known.length < values.length) {
    return undecided(notes, node, assertion, `${assertion.element.text} does not lead to values`);
  }
  const within = known.flatMap((each) => outOfOrder(x, each));
  const over = outOfOrder(x, known.flat());
  if (within.length === 0 || over.length === 0) return PASS;
  for (const value of over.length < within.length ? over : within) {
    notes?.push({ node: value, from: node, assertion, actual: rawValue(x.tree, value) });
  }
  return FAIL;
}

/** Undefined where the path cannot be followed to values. */
function valuesOf(x: Examination, parent: number, { element }: IzSetId): readonly number[] | undefined {
  const values: number[] = [];
  if (element.steps === undefined || !query(x.tree, parent, element.steps, values)) return undefined;
  return values.every((value) => isSimple(x.tree, value)) ? values : undefined;
}

function outOfOrder({ tree }: Examination, values: readonly number[]): readonly number[] {
  return values.filter((value, at) => integerOf(rawValue(tree, value)) !== at + 1);
}

/** As Java reads an int: `01` and `+1` are 1. */
function integerOf(text: string): number | undefined {
  return /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
}
