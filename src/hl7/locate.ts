import type { Content } from './content.js';
import type { Delimiters } from './delimiters.js';
import type { ElementPath } from './path.js';

/** A stretch of a message, [start, end), narrowed in place from a segment line to an element. */
export class Span {
  start: number;
  end: number;

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }
}

/** Narrows a segment line to exactly the element that `path` names: a whole field where no repetition is stated. False where it is absent. */
export function narrowToElement(content: Content, span: Span, path: ElementPath): boolean {
  const { field, repetition, component, subcomponent } = path;
  const d = content.delimiters;
  if (field === undefined) return true;
  const isHeader = isHeaderSegment(content.bytes, span.start);
  if (isHeader && field <= 2) return narrowToDeclaration(content, span, path);
  if (!narrow(content, span, d.field, isHeader ? field : field + 1)) return false;
  if (repetition === undefined && component === undefined) return true;
  if (!narrow(content, span, d.repetition, repetition ?? 1)) return false;
  if (component === undefined) return true;
  if (!narrow(content, span, d.component, component)) return false;
  return subcomponent === undefined || narrow(content, span, d.subcomponent, subcomponent);
}

/**
 * Narrows to one value: the first repetition, component and subcomponent where `path` does not say which. One pass that
 * stops at the value's end, since most lookups are of this kind.
 */
export function narrowToValue(content: Content, span: Span, path: ElementPath): boolean {
  const { bytes, delimiters: d } = content;
  const field = path.field;
  if (field === undefined) return true;
  const isHeader = isHeaderSegment(bytes, span.start);
  if (isHeader && field <= 2) return narrowToDeclaration(content, span, path);
  const end = span.end;
  let at = partStart(content, span, d.field, isHeader ? field : field + 1);
  if (at >= 0 && path.repetition !== undefined) at = skip(bytes, at, end, d, 'repetition', path.repetition);
  if (at >= 0 && path.component !== undefined) at = skip(bytes, at, end, d, 'component', path.component);
  if (at >= 0 && path.subcomponent !== undefined) at = skip(bytes, at, end, d, 'subcomponent', path.subcomponent);
  if (at < 0) return false;
  span.start = at;
  span.end = valueEnd(bytes, at, end, d);
  return true;
}

type Level = 'repetition' | 'component' | 'subcomponent';

/** Past `n` - 1 separators of a level; -1 where a separator of an outer level, or `end`, comes first. */
function skip(bytes: Buffer, from: number, end: number, d: Delimiters, level: Level, n: number): number {
  if (n === 1) return from;
  const separator = d[level].charCodeAt(0);
  const field = d.field.charCodeAt(0);
  const repetition = level === 'repetition' ? field : d.repetition.charCodeAt(0);
  const component = level === 'subcomponent' ? d.component.charCodeAt(0) : field;
  let left = n - 1;
  for (let at = from; at < end; at++) {
    const byte = bytes[at];
    if (byte === separator && --left === 0) return at + 1;
    if (byte === field || byte === repetition || byte === component) return -1;
  }
  return -1;
}

function valueEnd(bytes: Buffer, from: number, end: number, d: Delimiters): number {
  const field = d.field.charCodeAt(0);
  const repetition = d.repetition.charCodeAt(0);
  const component = d.component.charCodeAt(0);
  const subcomponent = d.subcomponent.charCodeAt(0);
  for (let at = from; at < end; at++) {
    const byte = bytes[at];
    if (byte === field || byte === component || byte === repetition || byte === subcomponent) return at;
  }
  return end;
}

/** Narrows to where the element stands, or would stand: then the result is the separators that must come before it. */
export function narrowToPlace(content: Content, span: Span, path: ElementPath): string {
  const { field, repetition, component, subcomponent } = path;
  const d = content.delimiters;
  const isHeader = isHeaderSegment(content.bytes, span.start);
  if (field === undefined || (isHeader && field <= 2)) {
    narrowToElement(content, span, path);
    return '';
  }
  let missing = reach(content, span, d.field, isHeader ? field : field + 1);
  if (repetition === undefined && component === undefined) return missing;
  missing += reach(content, span, d.repetition, repetition ?? 1);
  if (component !== undefined) missing += reach(content, span, d.component, component);
  return subcomponent === undefined ? missing : missing + reach(content, span, d.subcomponent, subcomponent);
}

/** How many parts `separator` makes of the span; 0 where it is empty. */
export function countParts({ bytes }: Content, { start, end }: Span, separator: string): number {
  const code = separator.charCodeAt(0);
  let parts = start === end ? 0 : 1;
  for (let at = start; at < end; at++) if (bytes[at] === code) parts++;
  return parts;
}

const [M, S, H, F, B] = [0x4d, 0x53, 0x48, 0x46, 0x42];

/** MSH, FHS and BHS: their first field is the separator itself and no part of the line. */
export function isHeaderSegment(bytes: Buffer, at: number): boolean {
  const first = bytes[at];
  if (first === M) return bytes[at + 1] === S && bytes[at + 2] === H;
  return (first === F || first === B) && bytes[at + 1] === H && bytes[at + 2] === S;
}

/** Narrows to the n-th part, 1-based; false where there are fewer. */
function narrow(content: Content, span: Span, separator: string, n: number): boolean {
  const start = partStart(content, span, separator, n);
  if (start < 0) return false;
  span.start = start;
  const next = partStart(content, span, separator, 2);
  if (next >= 0) span.end = next - 1;
  return true;
}

/** Where the n-th part begins, 1-based; -1 where there are fewer. */
function partStart(content: Content, { start, end }: Span, separator: string, n: number): number {
  if (end - start > FAR) return partStartFar(content.view.substring(start, end), start, separator, n);
  const bytes = content.bytes;
  const code = separator.charCodeAt(0);
  let left = n - 1;
  if (left === 0) return start;
  for (let at = start; at < end; at++) if (bytes[at] === code && --left === 0) return at + 1;
  return -1;
}

/** Beyond this many bytes a native search is faster than a loop. */
const FAR = 2048;

/** The same by native search in the stretch alone: never beyond it, so that a walk over a large message stays linear. */
function partStartFar(stretch: string, start: number, separator: string, n: number): number {
  let from = 0;
  for (let left = n; left > 1; left--) {
    from = stretch.indexOf(separator, from) + 1;
    if (from === 0) return -1;
  }
  return start + from;
}

function reach(content: Content, span: Span, separator: string, n: number): string {
  if (narrow(content, span, separator, n)) return '';
  const present = Math.max(1, countParts(content, span, separator));
  span.start = span.end;
  return separator.repeat(n - present);
}

/** MSH-1 and MSH-2 declare the delimiters and are not made of components. */
function narrowToDeclaration(content: Content, span: Span, path: ElementPath): boolean {
  if ((path.repetition ?? 1) > 1 || (path.component ?? 1) > 1 || (path.subcomponent ?? 1) > 1) return false;
  if (path.field === 2) return narrow(content, span, content.delimiters.field, 2);
  span.start = Math.min(span.start + 3, span.end);
  span.end = Math.min(span.start + 1, span.end);
  return true;
}
