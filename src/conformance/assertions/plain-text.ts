import type { Examination } from '../examination.js';
import { simpleValue } from '../instance/value.js';
import type { PlainText } from '../plan/compiled-assertion.js';
import { judgeValues } from './judge-values.js';
import type { Notes, Outcome } from './outcome.js';

/** The value, its escapes resolved, is the text. */
export function plainText(x: Examination, node: number, assertion: PlainText, notes: Notes | undefined): Outcome {
  return judgeValues(x, node, assertion, notes, isText);
}

export function isText({ tree }: Examination, node: number, { text, ignoreCase }: PlainText): boolean {
  const start = tree.start[node] ?? 0;
  const length = (tree.end[node] ?? 0) - start;
  // What is sent as the text itself, with no escape in it, needs no string of its own.
  const isSame = length === text.length && tree.text.startsWith(text, start);
  if (isSame && !text.includes(tree.delimiters.escape)) return true;
  const value = simpleValue(tree, node);
  return value === text || (ignoreCase && isSameButForCase(value, text));
}

/** Character by character, as Java does it, so that no character stands for two. */
function isSameButForCase(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const left = a.charAt(i);
    const right = b.charAt(i);
    if (left === right || left.toLowerCase() === right.toLowerCase()) continue;
    if (left.toUpperCase() !== right.toUpperCase()) return false;
  }
  return true;
}
