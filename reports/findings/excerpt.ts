import type { Span } from './element-span.js';

/** A part of a segment line, and where in it the marked span stands. */
export interface Excerpt extends Span {
  readonly text: string;
}

const ELLIPSIS = '\u2026';

/** The part of a line that fits `width` characters around a span; what does not fit is left out on both sides. */
export function excerpt(line: string, span: Span, width: number): Excerpt {
  if (line.length <= width) return { ...span, text: printable(line) };
  const length = Math.min(span.length, Math.floor(width * 0.6));
  const wanted = span.from - Math.floor((width - length) / 2);
  const start = Math.max(0, Math.min(wanted, line.length - width));
  const isCutBefore = start > 0;
  const isCutAfter = start + width < line.length;
  const inner = line.slice(start + (isCutBefore ? 1 : 0), start + width - (isCutAfter ? 1 : 0));
  const text = (isCutBefore ? ELLIPSIS : '') + inner + (isCutAfter ? ELLIPSIS : '');
  return { text: printable(text), from: span.from - start, length };
}

/** Control characters would move the mark, or obey a terminal. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}
