import type { Content } from './content.js';
import { countParts, isHeaderSegment, narrowToElement, narrowToValue, Span } from './locate.js';
import { elementPath } from './path.js';

/** One segment of a message. Paths are relative to it: `3`, `3.1`, `3[2].4.1`; all numbers are 1-based. */
export class Segment {
  readonly name: string;
  /** 1-based in the message; blank lines count. */
  readonly line: number;
  /** 1-based among the segments of this name. */
  readonly instance: number;
  /** Where it stands in the bytes of the message, without its terminator: 0-based, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly #content: Content;

  constructor(content: Content, name: string, line: number, instance: number, start: number, end: number) {
    this.#content = content;
    this.name = name;
    this.line = line;
    this.instance = instance;
    this.start = start;
    this.end = end;
  }

  /** Decoded and unescaped text; undefined where absent or empty. See Message.get. */
  get(path: string): string | undefined {
    const span = this.#span();
    if (!narrowToValue(this.#content, span, elementPath(path))) return undefined;
    return this.#isDeclaration(span)
      ? this.#content.text(span.start, span.end)
      : this.#content.value(span.start, span.end);
  }

  /** Decoded text with delimiters and escapes as sent; the whole line where no path is given. */
  rawText(path?: string): string | undefined {
    const span = this.#span();
    if (path !== undefined && !this.#narrow(span, path)) return undefined;
    return span.start === span.end ? undefined : this.#content.text(span.start, span.end);
  }

  /** How often the field repeats; 0 when it is empty. */
  repetitions(field: number): number {
    const span = this.#span();
    if (!this.#narrow(span, String(field))) return 0;
    if (this.#isDeclaration(span)) return 1;
    return countParts(this.#content, span, this.#content.delimiters.repetition);
  }

  /** The number of the last field present, empty or not; MSH-1 counts. */
  get fieldCount(): number {
    const parts = countParts(this.#content, this.#span(), this.#content.delimiters.field);
    return isHeaderSegment(this.#content.bytes, this.start) ? parts : parts - 1;
  }

  #span(): Span {
    return new Span(this.start, this.end);
  }

  #narrow(span: Span, path: string): boolean {
    return narrowToElement(this.#content, span, elementPath(path));
  }

  /** MSH-1 and MSH-2 are the delimiters themselves: nothing in them is escaped or repeated. */
  #isDeclaration(span: Span): boolean {
    return span.start <= this.start + 4 && isHeaderSegment(this.#content.bytes, this.start);
  }
}
