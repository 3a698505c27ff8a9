import type { Examination } from '../examination.js';
import type { InstanceTree } from '../instance/instance-tree.js';
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
  const end = tree.end[node] ?? 0;
  if (hasEscape(tree, start, end)) {
    const value = simpleValue(tree, node);
    return value === text || (ignoreCase && isSameButForCase(value, text));
  }
  // What is sent without an escape is compared where it stands, without a string of its own.
  if (end - start !== text.length) return false;
  if (tree.text.startsWith(text, start)) return true;
  return ignoreCase && isSameButForCase(tree.text.slice(start, end), text);
}

function hasEscape({ text, delimiters }: InstanceTree, start: number, end: number): boolean {
  const mark = delimiters.escape.charCodeAt(0);
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === mark) return true;
  return false;
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
