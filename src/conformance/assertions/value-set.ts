import type { Examination } from '../examination.js';
import { collect, UNREACHABLE } from '../instance/query.js';
import type { AssertedValueSet } from '../plan/compiled-assertion.js';
import { foundNodes } from './found-nodes.js';
import { FAIL, type Notes, type Outcome, PASS, undecided } from './outcome.js';
import { type CodeVerdict, codeIsListed } from './value-set-code.js';
import { codeIsListedAsNist } from './value-set-code-as-nist.js';
import { whenAbsent } from './when-absent.js';

/** The only element at the path has a code of the set. */
export function valueSet(x: Examination, node: number, assertion: AssertedValueSet, notes: Notes | undefined): Outcome {
  const { steps, text } = assertion.path;
  if (steps === undefined) return undecided(notes, node, assertion, `${text} is no path`);
  const base = foundNodes.top;
  const found = collect(x.tree, node, steps, foundNodes);
  foundNodes.top = base;
  if (found === UNREACHABLE) {
    return undecided(notes, node, assertion, `${text} leads below an element that has no components`);
  }
  if (found === 0) return whenAbsent(assertion.whenAbsent, node, assertion, notes);
  if (found > 1) return undecided(notes, node, assertion, `${text} leads to more than one element`);
  return told(verdict(x, foundNodes.at(base), assertion), node, assertion, notes);
}

function verdict(x: Examination, node: number, assertion: AssertedValueSet): CodeVerdict {
  return x.mode.quirks.anyCodeSystemDoes ? codeIsListedAsNist(x, node, assertion) : codeIsListed(x, node, assertion);
}

function told(of: CodeVerdict, from: number, assertion: AssertedValueSet, notes: Notes | undefined): Outcome {
  if (of.kind === 'listed') return PASS;
  if (of.kind === 'unknown') return undecided(notes, from, assertion, of.problem);
  notes?.push({ node: of.node, from, assertion, ...(of.actual === undefined ? {} : { actual: of.actual }) });
  return FAIL;
}
