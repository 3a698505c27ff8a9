import type { InstanceTree } from '../instance/instance-tree.js';
import { simpleValue } from '../instance/value.js';

/** Whether the element, as sent, is this text. Makes no string. */
export function isSentAs(tree: InstanceTree, node: number, text: string): boolean {
  const start = tree.start[node] ?? 0;
  return (tree.end[node] ?? 0) - start === text.length && tree.text.startsWith(text, start);
}

/** Whether the element, its escapes resolved, is this text. Makes a string only where there is an escape. */
export function isValue(tree: InstanceTree, node: number, text: string): boolean {
  return hasEscape(tree, node) ? simpleValue(tree, node) === text : isSentAs(tree, node, text);
}

function hasEscape(tree: InstanceTree, node: number): boolean {
  const mark = tree.delimiters.escape.charCodeAt(0);
  const end = tree.end[node] ?? 0;
  for (let at = tree.start[node] ?? 0; at < end; at++) if (tree.text.charCodeAt(at) === mark) return true;
  return false;
}
