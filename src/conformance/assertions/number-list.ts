import { readDouble, readNumber } from '../compare/number.js';
import type { Examination } from '../examination.js';
import { rawValue } from '../instance/value.js';
import type { NumberList } from '../plan/compiled-assertion.js';
import { foundNodes } from './found-nodes.js';
import { judgeValues, simpleValues } from './judge-values.js';
import { FAIL, INCONCLUSIVE, type Notes, type Outcome } from './outcome.js';

/** The value is one of the numbers. A value that is no number fails, however many others do. */
export function numberList(x: Examination, node: number, assertion: NumberList, notes: Notes | undefined): Outcome {
  const base = foundNodes.top;
  const found = simpleValues(x, node, assertion, notes);
  const areNumbers = found === INCONCLUSIVE || blameTexts(x, node, assertion, notes, base);
  foundNodes.top = base;
  if (found === INCONCLUSIVE) return INCONCLUSIVE;
  return areNumbers ? judgeValues(x, node, assertion, notes, isListed) : FAIL;
}

function blameTexts(x: Examination, from: number, assertion: NumberList, notes: Notes | undefined, base: number) {
  let areNumbers = true;
  for (let i = base; i < foundNodes.top; i++) {
    const node = foundNodes.at(i);
    if (numberAt(x, node) !== undefined) continue;
    areNumbers = false;
    notes?.push({ node, from, assertion, actual: rawValue(x.tree, node) });
  }
  return areNumbers;
}

function isListed(x: Examination, node: number, { numbers }: NumberList): boolean {
  const number = numberAt(x, node);
  return number !== undefined && numbers.some((listed) => listed === number);
}

/** The reference takes all that Java reads as a double: `1e3`, `1d`, blanks around. */
function numberAt({ tree, mode }: Examination, node: number): number | undefined {
  const text = rawValue(tree, node);
  return mode.quirks.faultyComparisons ? readDouble(text) : readNumber(text);
}
