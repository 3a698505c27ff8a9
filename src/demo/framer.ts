import { type Defects, NO_DEFECTS } from './defects.js';

const VT = 0x0b;
const FS = 0x1c;
const CR = 0x0d;
const END = Buffer.of(FS, CR);

/** Enough of a message that is too large to read its header and answer it. */
const HEAD_BYTES = 8_192;

/** What the bytes of one connection turned out to be. */
type Framed =
  | { readonly kind: 'message'; readonly bytes: Buffer }
  /** Bytes outside a frame, or a frame that a new start block cut off: never acknowledged. */
  | { readonly kind: 'skipped'; readonly why: 'junk' | 'truncated'; readonly bytes: number }
  | { readonly kind: 'too-large'; readonly head: Buffer };

/**
 * Takes the blocks of MLLP Release 1 out of the bytes of one connection, however they were cut by the network.
 *
 * Only FS CR ends a frame; an FS before another byte is data, and several FS before the CR count as one. A VT inside a
 * frame means that the earlier frame never ended. Looks at each byte once.
 */
export class Framer {
  readonly #limit: number;
  readonly #defects: Defects;
  #state: 'outside' | 'inside' | 'given-up' = 'outside';
  #stored = Buffer.alloc(0);
  #length = 0;
  #sawEndBlock = false;
  /** The defect `ignores-junk-silently` does not hear the next frame. */
  #isDeaf = false;
  /** The defect `redelivers-partial` has these once more before what comes next. */
  #unforgotten: readonly Framed[] = [];

  constructor(maxFrameBytes: number, defects: Defects = NO_DEFECTS) {
    this.#limit = maxFrameBytes;
    this.#defects = defects;
  }

  /** True while a frame has begun and not ended. */
  get inFrame(): boolean {
    return this.#state === 'inside';
  }

  push(chunk: Buffer): readonly Framed[] {
    const found: Framed[] = [];
    let at = 0;
    while (at < chunk.length && this.#state !== 'given-up') {
      at = this.#state === 'inside' ? this.#read(chunk, at, found) : this.#seekStart(chunk, at, found);
    }
    return this.#defects.isNone ? found : this.#heard(found);
  }

  #heard(found: readonly Framed[]): readonly Framed[] {
    if (this.#defects.has('redelivers-partial')) return this.#redelivered(found);
    if (this.#defects.has('ignores-large')) return found.filter(isSmall);
    const one = this.#defects.has('drops-second-frame') ? found.filter(isNoLaterMessage) : found;
    return this.#defects.has('ignores-junk-silently') ? one.filter((each) => this.#hears(each)) : one;
  }

  /** Who does not forget what has been handled until the read ends with a frame meets it again. */
  #redelivered(found: readonly Framed[]): readonly Framed[] {
    const again = found.length > 0 ? this.#unforgotten : [];
    const all = [...again, ...found];
    if (found.length > 0 || !this.inFrame) this.#unforgotten = this.inFrame ? found : [];
    return all;
  }

  #hears(each: Framed): boolean {
    const isLost = each.kind === 'message' && this.#isDeaf;
    this.#isDeaf = each.kind === 'skipped' && each.why === 'junk';
    return !isLost;
  }

  #seekStart(chunk: Buffer, from: number, found: Framed[]): number {
    const start = chunk.indexOf(VT, from);
    const end = start < 0 ? chunk.length : start;
    if (end > from) found.push({ kind: 'skipped', why: 'junk', bytes: end - from });
    if (start < 0) return end;
    this.#begin();
    return start + 1;
  }

  /** Reads on inside a frame until it ends, is cut off, or the chunk is used up. Returns where to go on. */
  #read(chunk: Buffer, from: number, found: Framed[]): number {
    if (this.#sawEndBlock && chunk[from] === CR) return this.#finish(chunk.subarray(from, from), from + 1, found);
    const start = chunk.indexOf(VT, from);
    const part = chunk.subarray(from, start < 0 ? chunk.length : start);
    const end = part.indexOf(END);
    if (end >= 0) return this.#finish(part.subarray(0, end), from + end + END.length, found);
    if (start >= 0) return this.#cutOff(part.length, start + 1, found);
    this.#sawEndBlock = part.at(-1) === FS && !this.#defects.has('needs-end-in-one-chunk');
    this.#keep(part, found);
    if (part.at(-1) === CR && this.#defects.has('acks-truncated')) this.#finish(chunk.subarray(0, 0), 0, found);
    return chunk.length;
  }

  #cutOff(unread: number, next: number, found: Framed[]): number {
    found.push({ kind: 'skipped', why: 'truncated', bytes: this.#length + unread });
    this.#begin();
    return next;
  }

  #finish(tail: Buffer, next: number, found: Framed[]): number {
    const bytes = this.#length + tail.length > this.#limit + 1 ? undefined : withoutEndBlocks(this.#whole(tail));
    if (bytes === undefined || bytes.length > this.#limit) {
      this.#giveUp(tail, found);
    } else {
      found.push({ kind: 'message', bytes });
      this.#state = 'outside';
    }
    return next;
  }

  #whole(tail: Buffer): Buffer {
    if (this.#length === 0) return tail;
    return Buffer.concat([this.#stored.subarray(0, this.#length), tail]);
  }

  #keep(bytes: Buffer, found: Framed[]): void {
    const needed = this.#length + bytes.length;
    // The first byte of a split end block is stored for a moment.
    if (needed > this.#limit + 1) {
      this.#giveUp(bytes, found);
      return;
    }
    if (needed > this.#stored.length) {
      const grown = Buffer.allocUnsafe(Math.max(needed, this.#stored.length * 2, 4_096));
      this.#stored.copy(grown, 0, 0, this.#length);
      this.#stored = grown;
    }
    bytes.copy(this.#stored, this.#length);
    this.#length = needed;
  }

  #giveUp(bytes: Buffer, found: Framed[]): void {
    const head = Buffer.concat([this.#stored.subarray(0, this.#length), bytes.subarray(0, HEAD_BYTES)]);
    found.push({ kind: 'too-large', head: Buffer.from(head.subarray(0, HEAD_BYTES)) });
    this.#state = 'given-up';
    this.#stored = Buffer.alloc(0);
  }

  #begin(): void {
    this.#state = 'inside';
    this.#length = 0;
    this.#sawEndBlock = false;
    if (this.#stored.length > 1_048_576) this.#stored = Buffer.alloc(0);
  }
}

function withoutEndBlocks(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === FS) end--;
  return bytes.subarray(0, end);
}

function isNoLaterMessage(each: Framed, at: number, all: readonly Framed[]): boolean {
  return each.kind !== 'message' || all.findIndex(({ kind }) => kind === 'message') === at;
}

function isSmall(each: Framed): boolean {
  return each.kind !== 'message' || each.bytes.length <= 200_000;
}

/** VT, the message, FS, CR. */
export function framed(message: Buffer): Buffer {
  return Buffer.concat([Buffer.of(VT), message, END]);
}
