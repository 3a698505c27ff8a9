const CR = 13;
const LF = 10;

/**
 * Walks over the segment lines of a message. CR ends a segment (chapter 2, 2.5.3); CR LF is taken as one. A lone LF ends
 * it too where the message has no CR at all, or where a segment name, CR or nothing follows (other LFs aside);
 * elsewhere it is data of a field.
 */
export class LineCursor {
  /** Of the line that `advance` reached: `end` is before the terminator, `next` after it. */
  start: number;
  end: number;
  next: number;
  /** 1-based; blank lines count. */
  line = 0;
  readonly #view: string;
  readonly #hasCr: boolean;
  readonly #field: number;
  #cr: number;
  #lf: number;
  #judgedTo = 0;
  #judgedEnd = false;

  constructor(view: string, from: number, field: string) {
    this.#view = view;
    this.#field = field.charCodeAt(0);
    this.start = from;
    this.end = from;
    this.next = from;
    this.#cr = indexOrEnd(view, '\r', from);
    this.#lf = indexOrEnd(view, '\n', from);
    this.#hasCr = this.#cr < view.length;
  }

  /** Moves to the next line; false at the end of the text. */
  advance(): boolean {
    const view = this.#view;
    const start = this.next;
    if (start >= view.length) return false;
    if (this.#cr < start) this.#cr = indexOrEnd(view, '\r', start);
    while (this.#lf < start || (this.#lf < this.#cr && !this.#endsLine(this.#lf))) {
      this.#lf = indexOrEnd(view, '\n', Math.max(start, this.#lf + 1));
    }
    this.start = start;
    this.end = Math.min(this.#cr, this.#lf);
    const isPair = view.charCodeAt(this.end) === CR && view.charCodeAt(this.end + 1) === LF;
    this.next = Math.min(this.end + (isPair ? 2 : 1), view.length);
    this.line++;
    return true;
  }

  /** LFs in a row are judged once. */
  #endsLine(lf: number): boolean {
    if (!this.#hasCr) return true;
    if (lf >= this.#judgedTo) {
      let after = lf + 1;
      while (this.#view.charCodeAt(after) === LF) after++;
      this.#judgedTo = after;
      const code = this.#view.charCodeAt(after);
      this.#judgedEnd = code === CR || Number.isNaN(code) || startsSegment(this.#view, after, this.#field);
    }
    return this.#judgedEnd;
  }
}

/** Whether a segment name stands at `at`, followed by a separator, a terminator or the end. */
export function startsSegment(view: string, at: number, field: number): boolean {
  if (!isUpper(view.charCodeAt(at))) return false;
  if (!isUpperOrDigit(view.charCodeAt(at + 1)) || !isUpperOrDigit(view.charCodeAt(at + 2))) return false;
  const after = view.charCodeAt(at + 3);
  return after === field || after === CR || after === LF || Number.isNaN(after);
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isUpperOrDigit(code: number): boolean {
  return isUpper(code) || (code >= 48 && code <= 57);
}

function indexOrEnd(view: string, character: string, from: number): number {
  const at = view.indexOf(character, from);
  return at === -1 ? view.length : at;
}
