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
export function narrowToElement(view: string, d: Delimiters, span: Span, path: ElementPath): boolean {
  const { field, repetition, component, subcomponent } = path;
  if (field === undefined) return true;
  if (isDeclaration(view, span, field)) return narrowToDeclaration(view, d, span, path);
  if (!narrow(view, span, d.field, partOf(view, span, field))) return false;
  if (repetition === undefined && component === undefined) return true;
  if (!narrow(view, span, d.repetition, repetition ?? 1)) return false;
  if (component === undefined) return true;
  if (!narrow(view, span, d.component, component)) return false;
  return subcomponent === undefined || narrow(view, span, d.subcomponent, subcomponent);
}

/** Narrows to one value: the first repetition, component and subcomponent where `path` does not say which. */
export function narrowToValue(view: string, d: Delimiters, span: Span, path: ElementPath): boolean {
  const field = path.field;
  if (field === undefined) return true;
  if (isDeclaration(view, span, field)) return narrowToDeclaration(view, d, span, path);
  return (
    narrow(view, span, d.field, partOf(view, span, field)) &&
    narrow(view, span, d.repetition, path.repetition ?? 1) &&
    narrow(view, span, d.component, path.component ?? 1) &&
    narrow(view, span, d.subcomponent, path.subcomponent ?? 1)
  );
}

/**
 * Narrows to where the element stands, or would stand: then the result is the separators that must be put before it.
 */
export function narrowToPlace(view: string, d: Delimiters, span: Span, path: ElementPath): string {
  const { field, repetition, component, subcomponent } = path;
  if (field === undefined || isDeclaration(view, span, field)) {
    narrowToElement(view, d, span, path);
    return '';
  }
  let missing = reach(view, span, d.field, partOf(view, span, field));
  if (repetition === undefined && component === undefined) return missing;
  missing += reach(view, span, d.repetition, repetition ?? 1);
  if (component !== undefined) missing += reach(view, span, d.component, component);
  return subcomponent === undefined ? missing : missing + reach(view, span, d.subcomponent, subcomponent);
}

/** How many parts `separator` makes of the span; 0 where it is empty. */
export function countParts(view: string, span: Span, separator: string): number {
  if (span.start === span.end) return 0;
  let parts = 1;
  for (let at = next(view, separator, span.start, span.end); at < span.end; parts++) {
    at = next(view, separator, at + 1, span.end);
  }
  return parts;
}

/** MSH, FHS and BHS: their first field is the separator itself. */
export function isHeaderSegment(view: string, start: number): boolean {
  return view.startsWith('MSH', start) || view.startsWith('FHS', start) || view.startsWith('BHS', start);
}

/** Narrows to the n-th part, 1-based; false where there are fewer. */
export function narrow(view: string, span: Span, separator: string, n: number): boolean {
  let from = span.start;
  for (let left = n; left > 1; left--) {
    const at = next(view, separator, from, span.end);
    if (at === span.end) return false;
    from = at + 1;
  }
  span.start = from;
  span.end = next(view, separator, from, span.end);
  return true;
}

function reach(view: string, span: Span, separator: string, n: number): string {
  if (narrow(view, span, separator, n)) return '';
  const present = Math.max(1, countParts(view, span, separator));
  span.start = span.end;
  return separator.repeat(n - present);
}

/** Which part of the line a field is: the name is the first part, and in header segments MSH-1 is no part. */
function partOf(view: string, span: Span, field: number): number {
  return isHeaderSegment(view, span.start) ? field : field + 1;
}

/** MSH-1 and MSH-2 declare the delimiters and are not made of components. */
function isDeclaration(view: string, span: Span, field: number): boolean {
  return field <= 2 && isHeaderSegment(view, span.start);
}

function narrowToDeclaration(view: string, d: Delimiters, span: Span, path: ElementPath): boolean {
  if ((path.repetition ?? 1) > 1 || (path.component ?? 1) > 1 || (path.subcomponent ?? 1) > 1) return false;
  if (path.field === 2) return narrow(view, span, d.field, 2);
  span.start = Math.min(span.start + 3, span.end);
  span.end = Math.min(span.start + 1, span.end);
  return true;
}

/** Beyond this many characters a native search is faster than a loop. */
const NEAR = 48;

/** The next separator in [from, end), or `end`. Never looks beyond `end`, so that a walk over a large message stays linear. */
function next(view: string, separator: string, from: number, end: number): number {
  const code = separator.charCodeAt(0);
  const near = end - from > NEAR ? from + NEAR : end;
  for (let at = from; at < near; at++) if (view.charCodeAt(at) === code) return at;
  if (near === end) return end;
  const found = view.substring(near, end).indexOf(separator);
  return found === -1 ? end : near + found;
}
