import type { BatchSegment } from '../../conformance/checks/batch.js';
import { countLineEnds, firstText, withoutFrame } from './part-bytes.js';

/** What a source is made of, in its order. Lines are 1-based in the source. */
export type Part =
  | { readonly kind: 'message'; readonly line: number; readonly bytes: Buffer }
  | { readonly kind: 'batch'; readonly line: number; readonly name: BatchSegment; readonly text: string }
  /** Lines that belong to no message; `bytes` is their beginning. */
  | { readonly kind: 'stray'; readonly line: number; readonly bytes: Buffer }
  /** A message beyond the limit; its bytes are gone. */
  | { readonly kind: 'too-large'; readonly line: number; readonly size: number };

export interface SplitterOptions {
  /** Nothing is cut off: what stands between messages belongs to the next one, batch segments too. */
  readonly keepsEverything: boolean;
  /** Bytes of one message at most. */
  readonly limit?: number;
}

export const MESSAGE_LIMIT = 64 * 1024 * 1024;
/** Bytes of stray lines that are kept. */
const STRAY_LIMIT = 64 * 1024;

const NOTHING = Buffer.alloc(0);

/** A message or batch segment that begins a line; it brings its own field separator. */
const BEGINNING = /[\r\n\x0b\x1c](?:\xef\xbb\xbf)?(MSH|FHS|BHS|BTS|FTS)(?=[!-/:-@[-`{-~\r\n])/g;
/** Bytes that a beginning takes at most: what is left of a chunk may be the first of them. */
const LONGEST = 8;

/**
 * Finds the messages of a source in chunks as they come: a message begins where a line begins with MSH, and ends before the next one or a
 * batch segment. Each byte is looked at once; no more than one message is held.
 */
export class MessageSplitter {
  readonly #options: SplitterOptions;
  readonly #limit: number;
  /** Bytes in which a beginning may still be hidden; first of all a line end that is not in the source. */
  #carry: Buffer = Buffer.from('\n');
  /** How many bytes of the carry are not in the source. */
  #virtual = 1;
  /** What has been read of the part that goes on. */
  #chunks: Buffer[] = [];
  #size = 0;
  #name = '';
  #line = 1;

  constructor(options: SplitterOptions) {
    this.#options = options;
    this.#limit = options.limit ?? MESSAGE_LIMIT;
  }

  push(chunk: Buffer): readonly Part[] {
    return this.#scan(Buffer.concat([this.#carry, chunk]), LONGEST);
  }

  /** The parts that are left. */
  end(): readonly Part[] {
    // A source may end right after a name.
    const last = this.#scan(Buffer.concat([this.#carry, Buffer.from('\r')]), 1);
    return [...last, ...this.#finish()];
  }

  #scan(bytes: Buffer, keep: number): readonly Part[] {
    const parts: Part[] = [];
    const text = bytes.toString('latin1');
    let from = this.#virtual;
    let done = 0;
    BEGINNING.lastIndex = 0;
    for (let match = BEGINNING.exec(text); match !== null; match = BEGINNING.exec(text)) {
      const [, name = ''] = match;
      if (this.#options.keepsEverything && !this.#endsForKeeper(name)) continue;
      this.#add(bytes.subarray(from, match.index + 1));
      if (!this.#isKeptOpen()) parts.push(...this.#finish());
      this.#name = name;
      from = match.index + 1;
      done = from;
    }
    const end = Math.max(done, bytes.length - keep);
    if (end > from) this.#add(bytes.subarray(from, end));
    this.#carry = bytes.subarray(end);
    if (end > 0) this.#virtual = 0;
    return parts;
  }

  /** To whom nothing is cut off only MSH begins something. */
  #endsForKeeper(name: string): boolean {
    return name === 'MSH';
  }

  /** What stands before the first message belongs to it. */
  #isKeptOpen(): boolean {
    return this.#options.keepsEverything && this.#name === '';
  }

  #add(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#size += bytes.length;
    const limit = this.#name === '' && !this.#options.keepsEverything ? STRAY_LIMIT : this.#limit;
    if (this.#size <= limit) this.#chunks.push(bytes);
    else this.#lines += countLineEnds(bytes);
  }

  /** Line ends of bytes that were not kept. */
  #lines = 0;

  #finish(): readonly Part[] {
    const [only = NOTHING, ...more] = this.#chunks;
    const bytes = more.length === 0 ? only : Buffer.concat(this.#chunks);
    const [name, line, size] = [this.#name, this.#line, this.#size];
    const isWhole = bytes.length === size;
    this.#line += countLineEnds(bytes) + this.#lines;
    this.#chunks = [];
    this.#size = 0;
    this.#lines = 0;
    this.#name = '';
    if (name === 'MSH' || (this.#options.keepsEverything && name === '')) {
      if (!isWhole) return [{ kind: 'too-large', line, size }];
      if (name === 'MSH') return [{ kind: 'message', line, bytes: withoutFrame(bytes) }];
    }
    return name === '' ? strayPart(bytes, line) : batchParts(name as BatchSegment, bytes, line);
  }
}

function strayPart(bytes: Buffer, line: number): readonly Part[] {
  const at = firstText(bytes);
  if (at === -1) return [];
  return [{ kind: 'stray', line: line + countLineEnds(bytes.subarray(0, at)), bytes: bytes.subarray(at) }];
}

/** The segment is one line; what follows it belongs to nothing. */
function batchParts(name: BatchSegment, bytes: Buffer, line: number): readonly Part[] {
  const text = bytes.toString('latin1');
  const end = text.search(/[\r\n]/);
  const own = end === -1 ? text : text.slice(0, end);
  const after = end === -1 ? Buffer.alloc(0) : bytes.subarray(end);
  return [{ kind: 'batch', line, name, text: own }, ...strayPart(after, line)];
}
