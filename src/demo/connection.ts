import type { Socket } from 'node:net';
import type { Cancel, Timer } from '../base/timer.js';
import { deadline } from './deadline.js';
import type { Defects } from './defects.js';
import { Framer, framed } from './framer.js';
import type { Log } from './log.js';
import type { Receiver } from './receiver.js';

export interface ConnectionParts {
  readonly receiver: Receiver;
  readonly defects: Defects;
  readonly timer: Timer;
  readonly log: Log;
  readonly maxFrameBytes: number;
  /** One for all connections: the defect `shared-buffer`. */
  readonly framer?: Framer;
}

/** Silence inside a frame after which the connection is closed, in nominal milliseconds. */
const IDLE_IN_FRAME_MS = 10_000;
/** Real ones: what a busy machine may need between two pieces of a large message is no silence, whatever the scale. */
const LEAST_IDLE_MS = 2_500;
/** How long a sender whose message is too large may go on before it is cut off, in nominal milliseconds. */
const FAREWELL_MS = 5_000;
/** A sender with this many messages unanswered, or this many bytes of answers unread, is not read until it catches up. */
const MOST_UNANSWERED = 256;
const MOST_UNREAD_BYTES = 1_048_576;

/** One sender's connection: each frame is answered once, in the order in which the frames came. */
export class InboundConnection {
  readonly #socket: Socket;
  readonly #parts: ConnectionParts;
  readonly #framer: Framer;
  #answered: Promise<void> = Promise.resolve();
  #unanswered = 0;
  #isPaused = false;
  #cancelIdle: Cancel = () => {};

  constructor(socket: Socket, parts: ConnectionParts) {
    this.#socket = socket;
    this.#parts = parts;
    this.#framer = parts.framer ?? new Framer(parts.maxFrameBytes, parts.defects);
    socket.on('data', (chunk: Buffer) => this.#read(chunk));
    socket.on('drain', () => this.#regulate());
    socket.on('end', () => void this.finish());
    socket.on('close', () => this.#cancelIdle());
    // What went wrong shows in 'close'; without a listener it would end the process.
    socket.on('error', () => {});
  }

  onceGone(action: () => void): void {
    this.#socket.once('close', action);
  }

  pause(): void {
    this.#isPaused = true;
    this.#regulate();
  }

  resume(): void {
    this.#isPaused = false;
    this.#regulate();
  }

  /** Ends the connection when all that was received is answered. */
  async finish(): Promise<void> {
    await this.#answered;
    this.#socket.end();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  reset(): void {
    this.#socket.resetAndDestroy();
  }

  #read(chunk: Buffer): void {
    for (const found of this.#framer.push(chunk)) {
      if (found.kind === 'message') this.#answer(this.#parts.receiver.receive(found.bytes));
      if (found.kind === 'too-large') this.#dismiss(found.head);
      if (found.kind === 'skipped') this.#parts.log(`skipped ${found.bytes} bytes: ${found.why}`);
    }
    this.#watch();
    this.#regulate();
  }

  #answer(acknowledgments: Promise<readonly Buffer[]>): void {
    this.#unanswered++;
    this.#answered = this.#answered.then(async () => {
      const replies = await acknowledgments;
      this.#unanswered--;
      if (replies.length > 0 && this.#socket.writable) this.#socket.write(Buffer.concat(replies.map(framed)));
      this.#regulate();
    });
  }

  /** Answers, ends our side, and reads on for a while without keeping anything, so that the answer is not lost. */
  #dismiss(head: Buffer): void {
    this.#answer(this.#parts.receiver.tooLarge(head));
    void this.finish();
    this.#parts.timer.after(FAREWELL_MS, () => this.#socket.destroy(), { background: true });
  }

  /** A frame that does not go on is given up with its connection, without an acknowledgment. */
  #watch(): void {
    this.#cancelIdle();
    if (!this.#framer.inFrame || this.#parts.defects.has('no-idle-timeout')) return;
    const { timer } = this.#parts;
    this.#cancelIdle = deadline(timer, Math.max(IDLE_IN_FRAME_MS, LEAST_IDLE_MS / timer.scale), () => {
      if (this.#isPaused) return this.#watch();
      this.#parts.log('closed a connection that was silent inside a frame');
      this.#socket.destroy();
    });
  }

  #regulate(): void {
    const isBehind = this.#unanswered > MOST_UNANSWERED || this.#socket.writableLength > MOST_UNREAD_BYTES;
    if (this.#isPaused || isBehind) this.#socket.pause();
    else if (this.#socket.isPaused()) this.#socket.resume();
  }
}
