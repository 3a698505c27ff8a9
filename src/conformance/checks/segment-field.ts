import type { InstanceTree } from '../instance/instance-tree.js';

/** A field of the segment as sent, with all its repetitions; '' where it is absent. 1-based; not for MSH-1. */
export function segmentField(tree: InstanceTree, segment: number, field: number): string {
  const at = fieldStart(tree, segment, field);
  if (at === -1) return '';
  const end = tree.end[segment] ?? 0;
  const close = tree.text.indexOf(tree.delimiters.field, at);
  return tree.text.slice(at, close === -1 || close > end ? end : close);
}

/** The 0-based offset at which the field begins, -1 where the segment ends before it. */
export function fieldStart({ text, delimiters, start, end }: InstanceTree, segment: number, field: number): number {
  const from = start[segment] ?? 0;
  const limit = end[segment] ?? 0;
  // MSH-1 is the separator itself.
  let missing = text.startsWith('MSH', from) ? field - 1 : field;
  let at = from;
  while (missing > 0) {
    at = text.indexOf(delimiters.field, at) + 1;
    if (at === 0 || at > limit) return -1;
    missing--;
  }
  return at;
}

/** The 1-based column of the field, that of the segment where it is absent. */
export function fieldColumn(tree: InstanceTree, segment: number, field: number): number {
  const at = fieldStart(tree, segment, field);
  return at === -1 ? 1 : at - (tree.start[segment] ?? 0) + 1;
}
