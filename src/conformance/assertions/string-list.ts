import type { Examination } from '../examination.js';
import { simpleValue } from '../instance/value.js';
import type { StringList } from '../plan/compiled-assertion.js';
import { judgeValues } from './judge-values.js';
import type { Notes, Outcome } from './outcome.js';

/** The value, its escapes resolved, is one of the texts. */
export function stringList(x: Examination, node: number, assertion: StringList, notes: Notes | undefined): Outcome {
  return judgeValues(x, node, assertion, notes, isListed);
}

export function isListed({ tree, mode }: Examination, node: number, { values, lowerValues }: StringList): boolean {
  const value = simpleValue(tree, node);
  if (values.has(value)) return true;
  return lowerValues !== undefined && !mode.quirks.listsKnowCase && lowerValues.has(value.toLowerCase());
}
