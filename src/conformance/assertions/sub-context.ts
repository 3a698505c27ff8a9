import type { Examination } from '../examination.js';
import { collect, UNREACHABLE } from '../instance/query.js';
import type { SubContext } from '../plan/compiled-assertion.js';
import { foundNodes } from './found-nodes.js';
import { isEnough } from './judge-values.js';
import { FAIL, INCONCLUSIVE, type Judge, type Notes, type Outcome, PASS, undecided } from './outcome.js';
import { whenAbsent } from './when-absent.js';

/** The assertion holds in so many of the elements at the path, whose paths start there. */
export function subContext(
  x: Examination,
  node: number,
  assertion: SubContext,
  notes: Notes | undefined,
  judge: Judge,
): Outcome {
  const { steps, text } = assertion.path;
  if (steps === undefined) return undecided(notes, node, assertion, `${text} is no path`);
  const base = foundNodes.top;
  const found = collect(x.tree, node, steps, foundNodes);
  const outcome = found > 0 ? judgeEach(x, node, assertion, notes, judge, base, foundNodes.top) : undefined;
  foundNodes.top = base;
  if (outcome !== undefined) return outcome;
  if (found === 0) return whenAbsent(assertion.whenAbsent, node, assertion, notes);
  if (found === UNREACHABLE) {
    return undecided(notes, node, assertion, `${text} leads below an element that has no components`);
  }
  return PASS;
}

function judgeEach(
  x: Examination,
  node: number,
  assertion: SubContext,
  notes: Notes | undefined,
  judge: Judge,
  base: number,
  top: number,
): Outcome {
  // Where none is to blame there are too many that do: then it is the element itself.
  const written: Notes | undefined = notes === undefined ? undefined : [{ node, from: node, assertion }];
  let passed = 0;
  let failed = 0;
  for (let i = base; i < top; i++) {
    const outcome = judge(x, foundNodes.at(i), assertion.assertion, written);
    if (outcome === INCONCLUSIVE) return undecided(notes, node, assertion, 'it cannot be told of one of the elements');
    if (outcome === PASS) passed++;
    else if (outcome === FAIL || !x.mode.quirks.inconclusiveOrStops) failed++;
  }
  const { quantity } = assertion;
  if (quantity.all ? failed === 0 : isEnough(quantity, passed, top - base)) return PASS;
  if (written !== undefined) notes?.push(...written);
  return FAIL;
}
