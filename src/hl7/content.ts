import type { Charset } from './charset.js';
import type { Delimiters } from './delimiters.js';
import { escapeText, unescapeText } from './escape.js';
import type { Header } from './header.js';

/** In bytes: so much text is not made, and kept in memory by its slices, for a few values of the header. */
const LARGE = 16_384;

/**
 * The bytes of a message, in which its structure is looked up. Offsets are 0-based and the same in `raw`, `bytes` and
 * `view`. Text is decoded only where it is asked for.
 */
export class Content {
  /** As received or built. */
  readonly raw: Buffer;
  /** The same, with the bytes of multi-byte characters marked so that none looks like a delimiter. */
  readonly bytes: Buffer;
  readonly delimiters: Delimiters;
  readonly charset: Charset;
  /** Of the first segment. */
  readonly start: number;
  readonly headerEnd: number;
  readonly defaultCharset: string;
  #view: string | undefined;
  #hasLf: boolean | undefined;

  constructor(header: Header, raw: Buffer) {
    this.raw = raw;
    this.bytes = header.charset.mask === undefined ? raw : header.charset.mask(raw);
    this.delimiters = header.delimiters;
    this.charset = header.charset;
    this.start = header.start;
    this.headerEnd = header.end;
    this.defaultCharset = header.defaultCharset;
  }

  /** `bytes` as text, one character each: made on first use, since slices of it are cheaper than slices of a Buffer. */
  get view(): string {
    this.#view ??= this.bytes.toString('latin1');
    return this.#view;
  }

  get hasLf(): boolean {
    this.#hasLf ??= this.view.includes('\n');
    return this.#hasLf;
  }

  /** Decoded, with delimiters and escapes as sent. */
  text(start: number, end: number): string {
    if (this.charset.isByteWise || this.#isAscii(start, end)) return this.#slice(start, end);
    return this.charset.decode(this.raw.subarray(start, end));
  }

  /** Decoded and unescaped; undefined where empty. */
  value(start: number, end: number): string | undefined {
    return start === end ? undefined : unescapeText(this.text(start, end), this.delimiters, this.charset);
  }

  escape(text: string): string {
    return escapeText(text, this.delimiters, this.charset);
  }

  /** The same message with other bytes, whose header declares the same. */
  withBytes(raw: Buffer, headerEnd: number): Content {
    const { delimiters, charset, start, defaultCharset } = this;
    return new Content({ delimiters, charset, start, end: headerEnd, defaultCharset }, raw);
  }

  #slice(start: number, end: number): string {
    const isWorthAView = this.#view !== undefined || this.bytes.length <= LARGE;
    return isWorthAView ? this.view.substring(start, end) : this.bytes.toString('latin1', start, end);
  }

  #isAscii(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if ((this.bytes[at] ?? 0) > 0x7f) return false;
    return true;
  }
}
