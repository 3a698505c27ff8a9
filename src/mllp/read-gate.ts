import type { Socket } from 'node:net';

/** Who wants nothing to be read: a peer that does not take its answers, a wire plan, or a fault of the listener. */
export type ReadStop = 'backlog' | 'plan' | 'fault';

/** Whether a connection is read. While it is not, the peer's bytes stay in the kernel, and its window closes. */
export class ReadGate {
  readonly #socket: Socket;
  readonly #take: (bytes: Buffer) => void;
  readonly #stops = new Set<ReadStop>();
  /** Bytes that may still be taken before reading stops. */
  #left = Number.POSITIVE_INFINITY;
  /** Read from the kernel already, but not taken. */
  #held: Buffer[] = [];

  /** `take` gets bytes that were held back, when reading goes on. */
  constructor(socket: Socket, take: (bytes: Buffer) => void) {
    this.#socket = socket;
    this.#take = take;
  }

  get isOpen(): boolean {
    return this.#stops.size === 0;
  }

  /** Stops reading, when so many more bytes were taken; at once where absent. */
  stop(why: ReadStop, afterBytes = 0): void {
    if (afterBytes > 0) {
      this.#left = afterBytes;
      return;
    }
    this.#stops.add(why);
    this.#socket.pause();
  }

  goOn(why: ReadStop): void {
    if (why === 'fault') this.#left = Number.POSITIVE_INFINITY;
    if (!this.#stops.delete(why) || !this.isOpen) return;
    const held = this.#held;
    this.#held = [];
    for (const bytes of held) this.#take(bytes);
    if (this.isOpen) this.#socket.resume();
  }

  /** What of a chunk is taken now; the rest is held back. */
  admit(chunk: Buffer): Buffer {
    if (this.isOpen && this.#left > chunk.length) {
      this.#left -= chunk.length;
      return chunk;
    }
    const taken = this.isOpen ? chunk.subarray(0, this.#left) : chunk.subarray(0, 0);
    if (this.isOpen) this.stop('fault');
    this.#held.push(chunk.subarray(taken.length));
    return taken;
  }
}
