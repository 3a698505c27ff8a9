import { type FieldPath, tryFieldPath } from '../../src/hl7/path.js';

/** A stretch of a segment line: `from` 0-based, in characters. */
export interface Span {
  readonly from: number;
  readonly length: number;
}

/**
 * What a finding at `column` (1-based) points at. Where the element of the path stands there, it; where the element is absent and the
 * column that of what should hold it, that.
 */
export function elementSpan(line: string, path: string | undefined, column: number): Span {
  const at = Math.min(Math.max(column - 1, 0), line.length);
  const place = path === undefined ? undefined : tryFieldPath(path);
  if (place?.field === undefined) return { from: at, length: at === 0 ? segmentName(line) : 1 };
  const separators = separatorsOf(line);
  const stops = isDeclaration(line, place) ? 1 : depthOf(place);
  const start = startOf(line, place, separators);
  const isInside = start !== -1 && at >= start && lengthAt(line, start, separators.slice(0, stops)) >= at - start;
  return { from: at, length: Math.max(1, lengthAt(line, at, separators.slice(0, isInside ? stops : stops - 1))) };
}

const HEADER = /^(?:MSH|FHS|BHS)/;

/** MSH-1 and MSH-2 are the separators themselves. */
function isDeclaration(line: string, { field = 0 }: FieldPath): boolean {
  return field <= 2 && HEADER.test(line);
}

function segmentName(line: string): number {
  return Math.max(1, Math.min(3, line.length));
}

/** Field, repetition, component, subcomponent; those of the standard where the line is no MSH. */
function separatorsOf(line: string): readonly string[] {
  const field = line.charAt(3) || '|';
  const isDeclared = HEADER.test(line) && line.length >= 8;
  return isDeclared ? [field, line.charAt(5), line.charAt(4), line.charAt(7)] : [field, '~', '^', '&'];
}

/** 2 for a field with its repetition, 3 for a component, 4 for a subcomponent: so many separators end it. */
function depthOf({ component, subcomponent }: FieldPath): number {
  if (component === undefined) return 2;
  return subcomponent === undefined ? 3 : 4;
}

/** The 0-based offset of the element, -1 where the line ends before it. */
function startOf(
  line: string,
  path: FieldPath,
  [field = '|', repetition = '~', component = '^', sub = '&']: readonly string[],
): number {
  const isHeader = HEADER.test(line);
  let at = skip(line, 0, field, (path.field ?? 0) - (isHeader ? 1 : 0), '');
  if (at >= 0) at = skip(line, at, repetition, (path.repetition ?? 1) - 1, field);
  if (at >= 0) at = skip(line, at, component, (path.component ?? 1) - 1, field + repetition);
  return at < 0 ? at : skip(line, at, sub, (path.subcomponent ?? 1) - 1, field + repetition + component);
}

/** Past so many separators; -1 where one of `outer`, or the line's end, comes first. */
function skip(line: string, from: number, separator: string, count: number, outer: string): number {
  let left = count;
  if (left === 0) return from;
  for (let at = from; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === separator && --left === 0) return at + 1;
    if (outer.includes(character)) return -1;
  }
  return -1;
}

function lengthAt(line: string, at: number, stops: readonly string[]): number {
  let end = at;
  while (end < line.length && !stops.includes(line.charAt(end))) end++;
  return end - at;
}
