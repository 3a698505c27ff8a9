import type { Charset } from './charset.js';
import type { Content } from './content.js';
import type { Delimiters } from './delimiters.js';
import { placed, relined } from './edit.js';
import { countParts, narrowToElement, narrowToValue, Span } from './locate.js';
import { observe, type ParseObservation } from './observation.js';
import { type FieldPath, fieldPath, formatPath, type PathLike } from './path.js';
import type { Segment } from './segment.js';
import { indexSegments, type SegmentIndex } from './segment-index.js';

/** MSH-9, '' where absent. */
export interface MessageType {
  readonly code: string;
  readonly trigger: string;
  readonly structure: string;
}

/** Where an element stands: `offset` 0-based and `length` in bytes, `line` and `column` 1-based. */
export interface Place {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

/**
 * An HL7 v2 message that keeps its very bytes. Segments and fields are looked up on demand and text is decoded only
 * where it is read. Nothing is repaired; edits give a new message and leave all other bytes alone.
 */
export class Message {
  readonly #content: Content;
  #index: SegmentIndex | undefined;
  #observations: readonly ParseObservation[] | undefined;

  /** Made by parseMessage and buildMessage. */
  constructor(content: Content) {
    this.#content = content;
  }

  /** The very bytes. Do not write to them. */
  get raw(): Buffer {
    return this.#content.raw;
  }

  get delimiters(): Delimiters {
    return this.#content.delimiters;
  }

  get charset(): Charset {
    return this.#content.charset;
  }

  /** What parseMessage was told to assume where MSH-18 is empty; '' for nothing. */
  get defaultCharset(): string {
    return this.#content.defaultCharset;
  }

  /** Tolerated deviations. */
  get observations(): readonly ParseObservation[] {
    this.#observations ??= observe(this.#content);
    return this.#observations;
  }

  /** In order, MSH first. Blank lines are none; a line without a segment name is one, named by what stands before its first separator. */
  get segments(): readonly Segment[] {
    return this.#indexed().list;
  }

  all(name: string): readonly Segment[] {
    return this.#indexed().byName.get(name) ?? [];
  }

  first(name: string): Segment | undefined {
    return this.#indexed().byName.get(name)?.[0];
  }

  /**
   * Decoded and unescaped text of one value; undefined where absent or empty, `""` where it is the HL7 null. A path that
   * stops early means the first: `PID-5` is the family name, `PID-3` the first identifier's number. `PID` gives the line.
   */
  get(path: PathLike): string | undefined {
    const at = pathOf(path);
    const span = this.#line(at);
    if (span === undefined || !narrowToValue(this.#content, span, at)) return undefined;
    return isVerbatim(at) ? this.#textOf(span) : this.#content.value(span.start, span.end);
  }

  /** Decoded text with delimiters and escapes as sent; a field path without repetition gives all repetitions. */
  rawText(path: PathLike): string | undefined {
    const span = this.#element(path);
    return span === undefined ? undefined : this.#textOf(span);
  }

  /** The very bytes of the element; undefined where absent or empty. */
  bytes(path: PathLike): Buffer | undefined {
    const span = this.#element(path);
    return span === undefined || span.start === span.end ? undefined : this.#content.raw.subarray(span.start, span.end);
  }

  /** Where the element stands; undefined where absent. An empty element has length 0. */
  locate(path: PathLike): Place | undefined {
    const at = pathOf(path);
    const segment = this.all(at.segment)[at.instance - 1];
    const span = this.#element(at);
    if (segment === undefined || span === undefined) return undefined;
    const { start, end } = span;
    return { offset: start, length: end - start, line: segment.line, column: start - segment.start + 1 };
  }

  /** Whether the element is exactly `""`: delete what the receiver has. */
  isNull(path: PathLike): boolean {
    return this.rawText(path) === '""';
  }

  /** How often the field repeats, 0 when it is empty; how often the segment occurs where the path names no field. */
  repetitions(path: PathLike): number {
    const at = pathOf(path);
    if (at.field === undefined) return this.all(at.segment).length;
    const span = this.#element({ ...at, repetition: undefined, component: undefined, subcomponent: undefined });
    if (span === undefined) return 0;
    return isVerbatim(at) ? 1 : countParts(this.#content, span, this.#content.delimiters.repetition);
  }

  /**
   * A new message in which exactly the named element (a field with all its repetitions where none is stated) holds `value`,
   * escaped. Missing fields, repetitions and components are added. Throws where the segment does not exist or the
   * character set lacks a character.
   */
  with(path: PathLike, value: string): Message {
    const at = pathOf(path);
    if (at.field === undefined)
      throw new Error(`cannot set ${formatPath(at)}: name a field, or give the line to withRaw`);
    return this.withRaw(at, isVerbatim(at) ? value : this.#content.escape(value));
  }

  /** The same with `raw` placed as it is: it may hold delimiters and escapes. */
  withRaw(path: PathLike, raw: string): Message {
    const at = pathOf(path);
    const span = this.#line(at);
    if (span === undefined)
      throw new Error(`cannot set ${formatPath(at)}: the message has no such segment; add it with withSegments`);
    return new Message(placed(this.#content, span, at, raw));
  }

  /**
   * A new message of the lines that `edit` returns for the lines it is given (decoded, without terminators). Lines that
   * come back unchanged keep their bytes. Throws where the result has no readable MSH.
   */
  withSegments(edit: (segments: readonly string[]) => readonly string[]): Message {
    return new Message(relined(this.#content, edit));
  }

  /** The bytes to send; those that came in where nothing was edited. */
  serialize(): Buffer {
    return this.#content.raw;
  }

  get type(): MessageType {
    return { code: this.get(CODE) ?? '', trigger: this.get(TRIGGER) ?? '', structure: this.get(STRUCTURE) ?? '' };
  }

  /** MSH-10 unescaped, '' where absent. A stray component separator in it belongs to the id. */
  get controlId(): string {
    const span = this.#element(CONTROL_ID);
    return span === undefined ? '' : (this.#content.value(span.start, span.end) ?? '');
  }

  #indexed(): SegmentIndex {
    this.#index ??= indexSegments(this.#content);
    return this.#index;
  }

  #textOf(span: Span): string | undefined {
    return span.start === span.end ? undefined : this.#content.text(span.start, span.end);
  }

  #element(path: PathLike): Span | undefined {
    const at = pathOf(path);
    const span = this.#line(at);
    return span !== undefined && narrowToElement(this.#content, span, at) ? span : undefined;
  }

  /** The line of the segment. A first segment is searched for without an index of the whole message. */
  #line({ segment, instance }: FieldPath): Span | undefined {
    const content = this.#content;
    if (instance === 1 && segment === 'MSH') return new Span(content.start, content.headerEnd);
    if (instance === 1 && this.#index === undefined && !content.hasLf) return firstLine(content, segment);
    const found = this.all(segment)[instance - 1];
    return found === undefined ? undefined : new Span(found.start, found.end);
  }
}

const CODE = fieldPath('MSH-9.1');
const TRIGGER = fieldPath('MSH-9.2');
const STRUCTURE = fieldPath('MSH-9.3');
const CONTROL_ID = fieldPath('MSH-10');

function pathOf(path: PathLike): FieldPath {
  return typeof path === 'string' ? fieldPath(path) : path;
}

/** MSH-1 and MSH-2 are the delimiters themselves, and a line has no value: nothing in them is an escape. */
function isVerbatim({ segment, field }: FieldPath): boolean {
  if (field === undefined) return true;
  return field <= 2 && (segment === 'MSH' || segment === 'FHS' || segment === 'BHS');
}

/** In a message without line feeds a segment begins where a CR stands before its name. */
function firstLine(content: Content, segment: string): Span | undefined {
  const { view, delimiters } = content;
  const needle = `\r${segment}`;
  for (let at = view.indexOf(needle, content.headerEnd); at !== -1; at = view.indexOf(needle, at + 1)) {
    const after = view.charAt(at + 4);
    if (after !== delimiters.field && after !== '\r' && after !== '') continue;
    const end = view.indexOf('\r', at + 1);
    return new Span(at + 1, end === -1 ? view.length : end);
  }
  return undefined;
}
