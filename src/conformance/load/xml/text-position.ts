const LF = 10;
const CR = 13;

/**
 * Line and column of offsets that are asked for in growing order: the text is passed over once. Lines end with LF, CR or
 * CRLF, as XML 1.0 §2.11 has it.
 */
export class TextPosition {
  readonly #text: string;
  #offset = 0;
  /** 1-based. */
  line = 1;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Moves on to `offset`, 0-based in UTF-16 units. */
  moveTo(offset: number): void {
    const end = Math.min(offset, this.#text.length);
    for (let i = this.#offset; i < end; i++) {
      const code = this.#text.charCodeAt(i);
      if (code !== LF && (code !== CR || this.#text.charCodeAt(i + 1) === LF)) continue;
      this.line++;
      this.#lineStart = i + 1;
    }
    this.#offset = Math.max(this.#offset, end);
  }

  /** 1-based, in UTF-16 units. */
  get column(): number {
    return this.#offset - this.#lineStart + 1;
  }
}
