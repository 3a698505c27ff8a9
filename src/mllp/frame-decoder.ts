import { find } from './find.js';
import {
  CARRIAGE_RETURN,
  completeFrame,
  END_BLOCK,
  type FrameEvent,
  type JunkPlace,
  START_BLOCK,
} from './frame-event.js';
import { FrameStore } from './frame-store.js';

const LINE_FEED = 0x0a;
const NO_BYTES = Buffer.alloc(0);
const NO_EVENTS: readonly FrameEvent[] = Object.freeze([]);

/** Largest payload in bytes where the caller names no limit: 64 MiB. */
const DEFAULT_MAX_FRAME_BYTES = 64 * 1_024 * 1_024;

export interface FrameDecoderOptions {
  /** Largest payload in bytes. */
  readonly maxFrameBytes?: number;
  /**
   * An end block that no carriage return follows: `data` keeps it in the payload, since only the pair ends a frame
   * (default); `accept` takes it for the end; `reject` discards the frame. Each is reported; in `data` mode once a frame.
   */
  readonly missingCr?: 'data' | 'accept' | 'reject';
}

/**
 * Turns the bytes of one connection into frame events, however the chunks are cut. A pure machine: no socket, no timer,
 * never throws. Each byte is searched once. A frame that lies in one chunk is a slice of that chunk, so the caller
 * leaves the chunk alone afterwards. Memory is bounded by `maxFrameBytes`.
 *
 * Places inside the machine are indexes into the current chunk; an end block that closed the chunk before has index -1.
 */
export class FrameDecoder {
  readonly #limit: number;
  readonly #missingCr: 'data' | 'accept' | 'reject';
  readonly #store: FrameStore;
  #events: FrameEvent[] | undefined;
  #chunk: Buffer = NO_BYTES;
  /** Offset in the stream of the chunk's first byte. */
  #base = 0;
  /** Index of the first byte that is part of the frame and not stored yet. */
  #from = 0;
  #nextStart = -1;
  #nextEnd = -1;
  #inFrame = false;
  /** Offset in the stream of the frame's start block. */
  #frameOffset = 0;
  #endPending = false;
  #overflowed = false;
  #loneEndReported = false;
  #behindEnd = false;

  constructor(options: FrameDecoderOptions = {}) {
    this.#limit = options.maxFrameBytes ?? DEFAULT_MAX_FRAME_BYTES;
    this.#missingCr = options.missingCr ?? 'data';
    this.#store = new FrameStore(this.#limit + 2);
  }

  /** True behind a start block, up to the end of its frame. */
  get inFrame(): boolean {
    return this.#inFrame;
  }

  /** Bytes of memory held for an unfinished frame: at most `maxFrameBytes` + 2, the start block and a pending end block. */
  get heldBytes(): number {
    return this.#store.capacity;
  }

  push(chunk: Uint8Array): readonly FrameEvent[] {
    this.#load(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    const length = this.#chunk.length;
    let at = 0;
    while (at < length) at = this.#inFrame ? this.#readInside(at) : this.#readOutside(at);
    if (this.#inFrame) this.#keepRest();
    this.#base += length;
    return this.#flush();
  }

  /** The stream is over: an unfinished frame is reported as truncated. */
  end(): readonly FrameEvent[] {
    return this.#abandon((bytes) => ({ kind: 'junk', where: 'truncated', bytes, offset: this.#frameOffset }));
  }

  /** Nothing came for the agreed time: an unfinished frame is given up. Without one nothing happens. */
  idle(): readonly FrameEvent[] {
    return this.#abandon((bytes) => ({ kind: 'idle-in-frame', bytes, offset: this.#frameOffset }));
  }

  #abandon(report: (bytes: Buffer) => FrameEvent): readonly FrameEvent[] {
    if (!this.#inFrame) return NO_EVENTS;
    this.#load(NO_BYTES);
    if (this.#endPending && this.#missingCr === 'accept') {
      this.#acceptLoneEnd(-1);
    } else {
      const bytes = this.#collect(0);
      if (bytes !== undefined) this.#emit(report(bytes));
      this.#leaveFrame();
    }
    return this.#flush();
  }

  #readOutside(first: number): number {
    let at = first;
    if (this.#behindEnd) {
      while (at < this.#chunk.length && isTerminatorByte(this.#chunk[at])) at++;
      this.#junk('after-end', first, at);
      if (at === this.#chunk.length) return at;
      this.#behindEnd = false;
    }
    const start = this.#startFrom(at);
    this.#junk('before-start', at, start);
    if (start < this.#chunk.length) this.#enterFrame(start);
    return start + 1;
  }

  #readInside(at: number): number {
    if (this.#endPending) return this.#readEndBlock(at - 1);
    const start = this.#startFrom(at);
    const end = this.#endFrom(at);
    if (start < end) {
      this.#discard('nested-start', start);
      this.#enterFrame(start);
      return start + 1;
    }
    const { length } = this.#chunk;
    if (end + 1 < length) return this.#readEndBlock(end);
    this.#endPending = end < length;
    return length;
  }

  /** The byte behind the end block at `end` is there and decides what it was. */
  #readEndBlock(end: number): number {
    this.#endPending = false;
    if (this.#chunk[end + 1] === CARRIAGE_RETURN) {
      this.#finish(end);
      return end + 2;
    }
    if (this.#missingCr === 'accept') this.#acceptLoneEnd(end);
    else if (this.#missingCr === 'reject') this.#discard('missing-cr', end + 1);
    else if (!this.#loneEndReported) {
      this.#loneEndReported = true;
      this.#loneEnd(end);
    }
    return end + 1;
  }

  #acceptLoneEnd(end: number): void {
    this.#finish(end);
    this.#loneEnd(end);
  }

  #loneEnd(end: number): void {
    this.#emit({ kind: 'junk', where: 'missing-cr', bytes: Buffer.of(END_BLOCK), offset: this.#base + end });
  }

  #finish(end: number): void {
    const payload = this.#collect(end, 1);
    if (payload !== undefined) this.#emit(completeFrame(payload, this.#frameOffset));
    this.#leaveFrame();
  }

  #discard(where: JunkPlace, to: number): void {
    const bytes = this.#collect(to);
    if (bytes) this.#emit({ kind: 'junk', where, bytes, offset: this.#frameOffset });
    this.#leaveFrame();
  }

  #enterFrame(start: number): void {
    this.#inFrame = true;
    this.#frameOffset = this.#base + start;
    this.#from = start;
  }

  #leaveFrame(): void {
    this.#store.clear();
    this.#inFrame = false;
    this.#endPending = false;
    this.#overflowed = false;
    this.#loneEndReported = false;
    this.#behindEnd = true;
  }

  /** The frame's bytes before `to`, without the first `skip`; undefined where they were too many to be kept. */
  #collect(to: number, skip = 0): Buffer | undefined {
    if (!this.#fits(to)) return undefined;
    if (this.#store.length === 0) return this.#chunk.subarray(this.#from + skip, to);
    const length = this.#store.length + to - this.#from;
    if (to > this.#from) this.#store.append(this.#chunk, this.#from, to);
    return this.#store.take().subarray(skip, length);
  }

  /** Keeps the unfinished frame's bytes of this chunk; an end block at its very end counts once it is known for data. */
  #keepRest(): void {
    const { length } = this.#chunk;
    if (this.#fits(this.#endPending ? length - 1 : length)) this.#store.append(this.#chunk, this.#from, length);
  }

  /** Whether the payload before `to` is within the limit; reports it and lets go of the bytes where it is not. */
  #fits(to: number): boolean {
    if (this.#overflowed) return false;
    if (this.#store.length + to - this.#from - 1 <= this.#limit) return true;
    this.#overflowed = true;
    this.#store.clear();
    this.#emit({ kind: 'overflow', limit: this.#limit, offset: this.#frameOffset });
    return false;
  }

  #load(chunk: Buffer): void {
    this.#chunk = chunk;
    this.#from = 0;
    this.#nextStart = -1;
    this.#nextEnd = -1;
  }

  #startFrom(at: number): number {
    if (this.#nextStart < at) this.#nextStart = find(this.#chunk, START_BLOCK, at);
    return this.#nextStart;
  }

  #endFrom(at: number): number {
    if (this.#nextEnd < at) this.#nextEnd = find(this.#chunk, END_BLOCK, at);
    return this.#nextEnd;
  }

  #junk(where: JunkPlace, from: number, to: number): void {
    if (from < to)
      this.#emit({ kind: 'junk', where, bytes: this.#chunk.subarray(from, to), offset: this.#base + from });
  }

  #emit(event: FrameEvent): void {
    if (this.#events === undefined) this.#events = [event];
    else this.#events.push(event);
  }

  #flush(): readonly FrameEvent[] {
    const events = this.#events ?? NO_EVENTS;
    this.#events = undefined;
    this.#chunk = NO_BYTES;
    return events;
  }
}

/** LF, FS and CR behind a complete frame are leftovers of an odd terminator, not the beginning of something. */
function isTerminatorByte(byte: number | undefined): boolean {
  return byte === LINE_FEED || byte === END_BLOCK || byte === CARRIAGE_RETURN;
}
