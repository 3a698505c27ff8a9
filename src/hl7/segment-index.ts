import type { Content } from './content.js';
import { LineCursor } from './lines.js';
import { Segment } from './segment.js';

/** All segments of a message, in order and by name. Made once, in one pass over the lines. */
export interface SegmentIndex {
  readonly list: readonly Segment[];
  readonly byName: ReadonlyMap<string, readonly Segment[]>;
}

export function indexSegments(content: Content): SegmentIndex {
  const { view, delimiters } = content;
  const list: Segment[] = [];
  const byName = new Map<string, Segment[]>();
  const cursor = new LineCursor(view, linesStart(view), delimiters.field);
  while (cursor.advance()) {
    const { start, end, line } = cursor;
    if (start === end) continue;
    const name = nameOf(view, start, end, delimiters.field);
    const same = byName.get(name);
    const segment = new Segment(content, name, line, (same?.length ?? 0) + 1, start, end);
    list.push(segment);
    if (same === undefined) byName.set(name, [segment]);
    else same.push(segment);
  }
  return { list, byName };
}

/** Lines are counted from the first byte after a byte order mark. */
export function linesStart(view: string): number {
  return view.startsWith('\xef\xbb\xbf') ? 3 : 0;
}

/** What stands before the first separator, whether or not it is a segment name. */
function nameOf(view: string, start: number, end: number, field: string): string {
  if (end - start === 3 || view.charAt(start + 3) === field) return view.substring(start, start + 3);
  const line = view.substring(start, end);
  const at = line.indexOf(field);
  return at === -1 ? line : line.substring(0, at);
}
