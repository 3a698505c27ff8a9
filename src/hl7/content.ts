import type { Charset } from './charset.js';
import type { Delimiters } from './delimiters.js';
import { escapeText, unescapeText } from './escape.js';
import type { Header } from './header.js';

/**
 * The bytes of a message and the text of equal length in which its structure is looked up. Offsets are the same in
 * both, 0-based. Text is decoded only where it is asked for.
 */
export class Content {
  readonly view: string;
  readonly delimiters: Delimiters;
  readonly charset: Charset;
  /** Of the first segment. */
  readonly start: number;
  readonly headerEnd: number;
  readonly hasLf: boolean;
  readonly defaultCharset: string;
  #raw: Buffer | undefined;

  constructor(header: Header, raw?: Buffer) {
    this.view = header.view;
    this.delimiters = header.delimiters;
    this.charset = header.charset;
    this.start = header.start;
    this.headerEnd = header.end;
    this.hasLf = header.hasLf;
    this.defaultCharset = header.defaultCharset;
    this.#raw = raw;
  }

  get raw(): Buffer {
    // After an edit only the view is there; it is one character a byte unless the set needs a mask, which keeps the bytes.
    this.#raw ??= Buffer.from(this.view, 'latin1');
    return this.#raw;
  }

  bytes(start: number, end: number): Buffer {
    return this.raw.subarray(start, end);
  }

  /** Decoded, with delimiters and escapes as sent. */
  text(start: number, end: number): string {
    if (this.charset.isByteWise || this.#isAscii(start, end)) return this.view.substring(start, end);
    return this.charset.decode(this.raw.subarray(start, end));
  }

  /** Decoded and unescaped; undefined where empty. */
  value(start: number, end: number): string | undefined {
    return start === end ? undefined : unescapeText(this.text(start, end), this.delimiters, this.charset);
  }

  escape(text: string): string {
    return escapeText(text, this.delimiters, this.charset);
  }

  /** `text` in the message's character set, one character a byte; undefined where the set lacks a character. */
  encode(text: string): string | undefined {
    return isAsciiText(text) ? text : this.charset.encode(text)?.toString('latin1');
  }

  /** The same message with `bytes` (one character a byte) in place of [start, end). The header must stay what it is. */
  spliced(start: number, end: number, bytes: string): Content {
    const inHeader = start <= this.headerEnd;
    const header = {
      delimiters: this.delimiters,
      charset: this.charset,
      start: this.start,
      end: this.headerEnd + (inHeader ? bytes.length - (end - start) : 0),
      hasLf: this.hasLf,
      defaultCharset: this.defaultCharset,
    };
    const mask = this.charset.mask;
    if (mask === undefined) {
      return new Content({ ...header, view: this.view.substring(0, start) + bytes + this.view.substring(end) });
    }
    const raw = this.splicedBytes(start, end, bytes);
    return new Content({ ...header, view: mask(raw).toString('latin1') }, raw);
  }

  splicedBytes(start: number, end: number, bytes: string): Buffer {
    return Buffer.concat([this.raw.subarray(0, start), Buffer.from(bytes, 'latin1'), this.raw.subarray(end)]);
  }

  #isAscii(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.view.charCodeAt(at) > 0x7f) return false;
    return true;
  }
}

function isAsciiText(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
