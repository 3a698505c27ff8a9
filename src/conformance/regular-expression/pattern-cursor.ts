import { invalid } from './expression-fault.js';

/** Flags of a regular expression as they hold at one place of it. */
export interface ExpressionFlags {
  /** i */ ignoreCase: boolean;
  /** m */ multiline: boolean;
  /** s */ dotAll: boolean;
  /** u */ unicodeCase: boolean;
  /** x */ comments: boolean;
  /** d */ unixLines: boolean;
  /** U */ unicodeClasses: boolean;
}

export const NO_FLAGS: ExpressionFlags = {
  ignoreCase: false,
  multiline: false,
  dotAll: false,
  unicodeCase: false,
  comments: false,
  unixLines: false,
  unicodeClasses: false,
};

/** The end of the text, where a code point is asked for. */
export const END = -1;

/** A place in the text of a regular expression, and what is known there. */
export class PatternCursor {
  at = 0;
  flags: ExpressionFlags = { ...NO_FLAGS };
  groups = 0;
  readonly names = new Map<string, number>();
  readonly #codePoints: readonly number[];
  /** Whether the character stood between `\Q` and `\E` and so means itself. */
  readonly #quoted: readonly boolean[];

  constructor(pattern: string) {
    const { codePoints, quoted } = unquoted([...pattern]);
    this.#codePoints = codePoints;
    this.#quoted = quoted;
  }

  /** END behind the last. */
  peek(ahead = 0): number {
    return this.#codePoints[this.at + ahead] ?? END;
  }

  isQuoted(): boolean {
    return this.#quoted[this.at] ?? false;
  }

  /** Whether this very text, unquoted, comes next. */
  sees(text: string): boolean {
    for (let i = 0; i < text.length; i++) {
      if (this.peek(i) !== text.charCodeAt(i) || this.#quoted[this.at + i] === true) return false;
    }
    return true;
  }

  /** Steps over the text where it comes next. */
  takes(text: string): boolean {
    if (!this.sees(text)) return false;
    this.at += text.length;
    return true;
  }

  next(): number {
    const codePoint = this.peek();
    if (codePoint !== END) this.at++;
    return codePoint;
  }

  /** Text up to the character, which is stepped over. */
  textUntil(end: string): string {
    let out = '';
    for (;;) {
      const codePoint = this.next();
      if (codePoint === END) throw invalid(`${end} is missing at the end`);
      const character = String.fromCodePoint(codePoint);
      if (character === end) return out;
      out += character;
    }
  }

  /** White space and comments mean nothing under the flag `x`. */
  skipComments(): void {
    while (this.flags.comments && !this.isQuoted()) {
      const codePoint = this.peek();
      if (codePoint === 0x23) while (this.peek() !== END && !isLineTerminator(this.peek())) this.at++;
      else if (codePoint === 0x20 || (codePoint >= 0x09 && codePoint <= 0x0d)) this.at++;
      else return;
    }
  }
}

function isLineTerminator(codePoint: number): boolean {
  return codePoint === 0x0a || codePoint === 0x0d || codePoint === 0x85 || (codePoint | 1) === 0x2029;
}

/** Resolves `\Q...\E`, which Java does before anything else. Without `\E` it reaches to the end. */
function unquoted(characters: readonly string[]): { codePoints: number[]; quoted: boolean[] } {
  const codePoints: number[] = [];
  const quoted: boolean[] = [];
  let isQuoting = false;
  for (let i = 0; i < characters.length; i++) {
    const pair = (characters[i] ?? '') + (characters[i + 1] ?? '');
    if (pair === (isQuoting ? '\\E' : '\\Q')) {
      isQuoting = !isQuoting;
      i++;
      continue;
    }
    codePoints.push(characters[i]?.codePointAt(0) ?? 0);
    quoted.push(isQuoting);
    if (isQuoting || characters[i] !== '\\' || i + 1 === characters.length) continue;
    i++;
    codePoints.push(characters[i]?.codePointAt(0) ?? 0);
    quoted.push(false);
  }
  return { codePoints, quoted };
}
