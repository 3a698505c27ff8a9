import { charsetOf } from './charset.js';
import { Content } from './content.js';
import { type Delimiters, delimiterFault, delimitersOf, STANDARD_DELIMITERS } from './delimiters.js';
import type { ParseDefect } from './header.js';
import { LineCursor, startsSegment } from './lines.js';
import { Segment } from './segment.js';

/** One message of a batch: its very bytes, up to where the next message or batch segment begins. */
export interface BatchMessage {
  readonly bytes: Buffer;
  /** Where it begins in the whole: 0-based in bytes, and its 1-based line. */
  readonly offset: number;
  readonly line: number;
}

export interface Batch {
  /** BHS and BTS, where sent. */
  readonly header?: Segment;
  readonly messages: readonly BatchMessage[];
  readonly trailer?: Segment;
}

/** `[FHS] { [BHS] { MSH ... } [BTS] } [FTS]` (chapter 2, 2.10.3): header and trailer segments may be absent. */
export interface BatchFile {
  readonly header?: Segment;
  readonly batches: readonly Batch[];
  readonly trailer?: Segment;
  /** The messages of all batches, in order. */
  readonly messages: readonly BatchMessage[];
  /** Counts that do not agree (`message-count`, `batch-count`, `count-not-a-number`) and segments out of place. */
  readonly defects: readonly ParseDefect[];
}

/** Whether the bytes begin with FHS or BHS, or hold more than one message. */
export function isBatch(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  const start = beginning(view);
  if (view.startsWith('FHS', start) || view.startsWith('BHS', start)) return true;
  let messages = 0;
  for (let at = view.indexOf('MSH', start); at !== -1 && messages < 2; at = view.indexOf('MSH', at + 1)) {
    const isFirst = at === start || isLineEnd(view.charAt(at - 1));
    if (isFirst && HEADER.test(view.substring(at, at + 4))) messages++;
  }
  return messages > 1;
}

/** Splits bytes into their messages. Never throws; a plain series of messages is one batch without header and trailer. */
export function splitBatch(bytes: Uint8Array): BatchFile {
  const view = viewOf(bytes);
  const splitter = new Splitter(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), view);
  const start = beginning(view);
  const cursor = new LineCursor(view, view.startsWith(BYTE_ORDER_MARK) ? 3 : 0, view.charAt(start + 3) || '|');
  while (cursor.advance()) {
    if (cursor.start < cursor.end) splitter.line(cursor);
  }
  return splitter.finish();
}

const BYTE_ORDER_MARK = '\xef\xbb\xbf';

function viewOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function beginning(view: string): number {
  let at = view.startsWith(BYTE_ORDER_MARK) ? 3 : 0;
  while (isLineEnd(view.charAt(at))) at++;
  return at;
}

function isLineEnd(character: string): boolean {
  return character === '\r' || character === '\n';
}

/** A header's name, and a separator of its own or nothing. */
const HEADER = /^(?:MSH|FHS|BHS)(?:[!-/:-@[-`{-~\r\n]|$)/;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Line = Pick<LineCursor, 'start' | 'end' | 'line'>;

/** Takes the lines in order and sorts them into batches. */
class Splitter {
  readonly #raw: Buffer;
  readonly #view: string;
  readonly #file: Mutable<Omit<BatchFile, 'batches' | 'messages' | 'defects'>> = {};
  readonly #batches: (Mutable<Batch> & { messages: BatchMessage[] })[] = [];
  readonly #defects: ParseDefect[] = [];
  #content: Content;
  #batch: (Mutable<Batch> & { messages: BatchMessage[] }) | undefined;
  #message: Line | undefined;

  constructor(raw: Buffer, view: string) {
    this.#raw = raw;
    this.#view = view;
    this.#content = this.#contentWith(STANDARD_DELIMITERS);
  }

  line(line: Line): void {
    const name = this.#nameAt(line.start);
    if (name === 'MSH') this.#beginMessage(line);
    else if (name === 'FHS') this.#fileHeader(line);
    else if (name === 'BHS') this.#batchHeader(line);
    else if (name === 'BTS') this.#batchTrailer(line);
    else if (name === 'FTS') this.#fileTrailer(line);
    else if (this.#message === undefined)
      this.#defect('content-outside-message', line, 'the line belongs to no message');
  }

  finish(): BatchFile {
    this.#endMessage(this.#raw.length);
    const messages = this.#batches.flatMap((batch) => batch.messages);
    if (messages.length === 0 && this.#batches.length === 0) {
      this.#defect('no-message', { start: 0, end: 0, line: 1 }, 'there is neither a message nor a batch');
    }
    return { ...this.#file, batches: this.#batches, messages, defects: this.#defects };
  }

  #beginMessage(line: Line): void {
    this.#endMessage(line.start);
    this.#batch ??= this.#newBatch();
    const { start, end, line: number } = line; // the cursor moves on
    this.#message = { start, end, line: number };
  }

  #endMessage(end: number): void {
    const begun = this.#message;
    if (begun === undefined) return;
    const { start, line } = begun;
    this.#batch?.messages.push({ bytes: this.#raw.subarray(start, end), offset: start, line });
    this.#message = undefined;
  }

  #fileHeader(line: Line): void {
    this.#endMessage(line.start);
    if (this.#file.header !== undefined || this.#batches.length > 0) {
      this.#defect('segment-out-of-place', line, 'FHS stands after the beginning of the file');
    }
    this.#file.header ??= this.#headerSegment('FHS', line);
  }

  #batchHeader(line: Line): void {
    this.#endMessage(line.start);
    this.#batch = this.#newBatch();
    this.#batch.header = this.#headerSegment('BHS', line);
  }

  #batchTrailer(line: Line): void {
    this.#endMessage(line.start);
    const batch = this.#batch ?? this.#newBatch();
    batch.trailer = this.#segment('BTS', line);
    this.#compare(batch.trailer, 'message-count', batch.messages.length, 'messages in the batch');
    this.#batch = undefined;
  }

  #fileTrailer(line: Line): void {
    this.#endMessage(line.start);
    this.#batch = undefined;
    this.#file.trailer = this.#segment('FTS', line);
    this.#compare(this.#file.trailer, 'batch-count', this.#batches.length, 'batches in the file');
  }

  #newBatch(): Mutable<Batch> & { messages: BatchMessage[] } {
    const batch = { messages: [] };
    this.#batches.push(batch);
    return batch;
  }

  /** BTS-1 and FTS-1 may be absent; where sent they must agree. */
  #compare(trailer: Segment, code: string, counted: number, what: string): void {
    const stated = trailer.get('1');
    if (stated === undefined) return;
    const place = `${trailer.name}-1 says ${JSON.stringify(stated)}`;
    if (!/^\d+$/.test(stated)) this.#defect('count-not-a-number', trailer, `${place}, which is no number`);
    else if (Number(stated) !== counted) this.#defect(code, trailer, `${place}; there are ${counted} ${what}`);
  }

  /** FHS and BHS declare delimiters as MSH does; they hold for the trailers too. */
  #headerSegment(name: string, line: Line): Segment {
    const field = this.#view.charAt(line.start + 3);
    const encoding = this.#view.substring(line.start + 4, line.end).split(field, 1)[0] ?? '';
    const fault = delimiterFault(field, encoding);
    if (fault === undefined) this.#content = this.#contentWith(delimitersOf(field, encoding));
    else this.#defect('bad-delimiters', line, fault.replace('MSH-2', `${name}-2`));
    return this.#segment(name, line);
  }

  #segment(name: string, { start, end, line }: Line): Segment {
    return new Segment(this.#content, name, line, 1, start, end);
  }

  #contentWith(delimiters: Delimiters): Content {
    const header = { delimiters, charset: charsetOf([]), start: 0, end: 0, defaultCharset: '' };
    return new Content(header, this.#raw);
  }

  /** MSH, FHS and BHS bring their own field separator; for the others it is the last one declared. */
  #nameAt(start: number): string {
    const name = this.#view.substring(start, start + 3);
    if (HEADER.test(this.#view.substring(start, start + 4))) return name;
    return startsSegment(this.#view, start, this.#content.delimiters.field.charCodeAt(0)) ? name : '';
  }

  #defect(code: string, at: Line, reason: string): void {
    this.#defects.push({ code, offset: at.start, line: at.line, reason });
  }
}
