/** What the line is to the message. */
export const SEGMENT_LINE = 0;
/** No segment at all, or before MSH. */
export const INVALID_LINE = 1;
/** A segment whose name the message definition does not hold. */
export const FOREIGN_LINE = 2;
/** Nothing stands in it. */
export const BLANK_LINE = 3;

/** The lines of one message: offsets into the text, numbers from 1. The arrays are kept for the next message. */
export class LineList {
  size = 0;
  start = new Int32Array(INITIAL);
  end = new Int32Array(INITIAL);
  /** 1-based, blank lines counted. */
  number = new Int32Array(INITIAL);
  /** One of the four kinds. */
  kind = new Uint8Array(INITIAL);
  /** The segment name as a number, see `nameCode`; 0 where there is none. */
  name = new Int32Array(INITIAL);
  /** Which line of its name, 1-based. */
  ordinal = new Int32Array(INITIAL);
  readonly #counts = new Map<number, number>();

  reset(): void {
    this.size = 0;
    this.#counts.clear();
    if (this.kind.length > KEPT) this.#resize(INITIAL, 0);
  }

  add(start: number, end: number, number: number, kind: number, name: number): void {
    const at = this.size++;
    if (at === this.kind.length) this.#resize(at * 2, at);
    this.start[at] = start;
    this.end[at] = end;
    this.number[at] = number;
    this.kind[at] = kind;
    this.setName(at, name);
  }

  setName(at: number, name: number): void {
    this.name[at] = name;
    const ordinal = name === 0 ? 0 : (this.#counts.get(name) ?? 0) + 1;
    this.ordinal[at] = ordinal;
    if (name !== 0) this.#counts.set(name, ordinal);
  }

  #resize(length: number, keep: number): void {
    this.start = resized(this.start, length, keep);
    this.end = resized(this.end, length, keep);
    this.number = resized(this.number, length, keep);
    this.name = resized(this.name, length, keep);
    this.ordinal = resized(this.ordinal, length, keep);
    const kind = new Uint8Array(length);
    kind.set(this.kind.subarray(0, keep));
    this.kind = kind;
  }
}

const INITIAL = 256;
const KEPT = 65_536;

function resized(old: Int32Array, length: number, keep: number): Int32Array<ArrayBuffer> {
  const made = new Int32Array(length);
  made.set(old.subarray(0, keep));
  return made;
}

/** Three characters of a segment name as one number, so that lines are compared without making strings. */
export function nameCode(text: string, at: number): number {
  return (text.charCodeAt(at) << 14) | (text.charCodeAt(at + 1) << 7) | text.charCodeAt(at + 2);
}

/** Whether a segment name stands at `at`: two capitals, then a capital or digit. */
export function hasName(text: string, at: number): boolean {
  return (
    isCapital(text.charCodeAt(at)) && isCapital(text.charCodeAt(at + 1)) && isCapitalOrDigit(text.charCodeAt(at + 2))
  );
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isCapitalOrDigit(code: number): boolean {
  return isCapital(code) || (code >= 48 && code <= 57);
}
