import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import { collect, UNREACHABLE } from '../instance/query.js';
import { isSimple, rawValue } from '../instance/value.js';
import type {
  CompiledQuantity,
  Format,
  NumberList,
  PlainText,
  SimpleValue,
  StringFormat,
  StringList,
} from '../plan/compiled-assertion.js';
import { foundNodes } from './found-nodes.js';
import { FAIL, INCONCLUSIVE, type Notes, type Outcome, PASS, undecided } from './outcome.js';
import { whenAbsent } from './when-absent.js';

export type AboutValues = PlainText | Format | StringList | NumberList | SimpleValue | StringFormat;

/** Whether one value does; undefined where that cannot be told. */
export type Satisfies<Asserted> = (x: Examination, node: number, assertion: Asserted) => boolean | undefined;

/** So many of the values at the path as the assertion says must satisfy it. Those that do not are to blame, in order. */
export function judgeValues<Asserted extends AboutValues>(
  x: Examination,
  node: number,
  assertion: Asserted,
  notes: Notes | undefined,
  satisfies: Satisfies<Asserted>,
): Outcome {
  const base = foundNodes.top;
  const found = simpleValues(x, node, assertion, notes);
  const outcome =
    found === INCONCLUSIVE ? INCONCLUSIVE : judgeFound(x, node, assertion, notes, satisfies, base, foundNodes.top);
  foundNodes.top = base;
  return outcome;
}

/** Lays the values on the stack; inconclusive where the path cannot be followed or ends at something with components. */
export function simpleValues(
  x: Examination,
  node: number,
  assertion: AboutValues,
  notes: Notes | undefined,
): typeof PASS | typeof INCONCLUSIVE {
  const { steps, text } = assertion.path;
  if (steps === undefined) return undecided(notes, node, assertion, `${text} is no path`);
  const base = foundNodes.top;
  if (collect(x.tree, node, steps, foundNodes) === UNREACHABLE) {
    return undecided(notes, node, assertion, `${text} leads below an element that has no components`);
  }
  for (let i = base; i < foundNodes.top; i++) {
    if (isSimple(x.tree, foundNodes.at(i))) continue;
    return undecided(notes, node, assertion, `${text} leads to an element that has components`);
  }
  return PASS;
}

function judgeFound<Asserted extends AboutValues>(
  x: Examination,
  node: number,
  assertion: Asserted,
  notes: Notes | undefined,
  satisfies: Satisfies<Asserted>,
  base: number,
  top: number,
): Outcome {
  if (top === base) return whenAbsent(assertion.whenAbsent, node, assertion, notes);
  let satisfied = 0;
  for (let i = base; i < top; i++) {
    const does = satisfies(x, foundNodes.at(i), assertion);
    if (does === undefined) return undecided(notes, node, assertion, 'a value cannot be judged', [foundNodes.at(i)]);
    if (does) satisfied++;
  }
  if (isEnough(assertion.quantity, satisfied, top - base)) return PASS;
  if (notes !== undefined) blame(x, node, assertion, notes, satisfies, base, top);
  return FAIL;
}

export function isEnough({ all, min, max }: CompiledQuantity, satisfied: number, total: number): boolean {
  return all ? satisfied === total : satisfied >= min && satisfied <= max;
}

/** Where none is to blame there are too many that do. */
function blame<Asserted extends AboutValues>(
  x: Examination,
  node: number,
  assertion: Asserted,
  notes: Notes,
  satisfies: Satisfies<Asserted>,
  base: number,
  top: number,
): void {
  const before = notes.length;
  for (let i = base; i < top; i++) {
    const value = foundNodes.at(i);
    if (satisfies(x, value, assertion) === true) continue;
    notes.push({ node: value, from: node, assertion, actual: rawValue(x.tree, value) });
  }
  if (notes.length === before) notes.push({ node: NONE, from: node, assertion });
}
