import { type Rng, rng } from '../../base/rng.js';
import type { Timer } from '../../base/timer.js';
import type { ReplyPlan } from '../../faults/fault.js';
import type { Connection } from '../../mllp/connection.js';
import { type ListenOptions, listen, type MllpServer } from '../../mllp/server.js';
import { answerTo } from './answer.js';
import { DueWheel } from './due-wheel.js';
import type { ServiceTime } from './service-time.js';
import { giveStruck } from './struck-reply.js';

export interface ReceiverOptions {
  readonly listen: ListenOptions;
  readonly timer: Timer;
  readonly serviceTime: ServiceTime;
  readonly seed: string;
  /** Shares, 0 to 1, of messages that are answered with AE, with AR, or not at all. */
  readonly errors?: number;
  readonly rejects?: number;
  readonly silence?: number;
  /** Told of every message as it comes, and how it will be answered; the payload is good until the function returns. */
  readonly onMessage?: (payload: Buffer, answer: Answer, connection: number) => void;
  /** How the reply to the message that came last is given, where a fault strikes it; `reply`: its payload, where there is one. */
  readonly strike?: (payload: Buffer, reply: Buffer | undefined) => ReplyPlan | undefined;
  /** A connection is over. */
  readonly onGone?: (connection: number) => void;
}

/** `none`: silence that was asked for. `unreadable`: not even the header of a message. */
export type Answer = 'AA' | 'AE' | 'AR' | 'none' | 'unreadable';

/** Messages so far by how they were, or will be, answered; `junk`: bytes that are no frame. */
export type ReceiverCounts = Readonly<Record<Answer | 'junk', number>>;

interface Due {
  readonly bytes: Buffer;
  readonly connection: Connection;
}

const TICK_MS = 1;

/** Takes messages at line rate and acknowledges them, as fast or as slow as it is told: the far end of a load run. */
export class Receiver {
  readonly #options: ReceiverOptions;
  readonly #random: Rng;
  readonly #due = new DueWheel<Due>();
  readonly #counts: Record<Answer | 'junk', number> = { AA: 0, AE: 0, AR: 0, none: 0, unreadable: 0, junk: 0 };
  #server: MllpServer | undefined;
  #isTicking = false;
  #ordinal = 0;

  constructor(options: ReceiverOptions) {
    this.#options = options;
    this.#random = rng(options.seed, 'receiver');
  }

  get port(): number {
    return this.#server?.port ?? 0;
  }

  get address(): string {
    return this.#server?.address ?? '';
  }

  /** Messages so far. */
  get count(): number {
    return this.#ordinal;
  }

  get counts(): ReceiverCounts {
    return { ...this.#counts };
  }

  /** Messages that have not been answered yet. */
  get waiting(): number {
    return this.#due.size;
  }

  get connections(): number {
    return this.#server?.connections.length ?? 0;
  }

  /** undefined, or why it cannot listen. */
  async open(): Promise<string | undefined> {
    const result = await listen(this.#options.listen, {
      onEvent: (event, connection) => {
        if (event.kind === 'frame') this.#take(event.payload, connection);
        else this.#counts.junk++;
      },
      onClose: (_, { id }) => this.#options.onGone?.(id),
    });
    if (result.kind === 'failed') return result.message;
    this.#server = result.server;
    return undefined;
  }

  async close(): Promise<void> {
    this.#due.clear();
    await this.#server?.abort();
  }

  #take(payload: Buffer, connection: Connection): void {
    const { onMessage, strike, serviceTime, timer } = this.#options;
    const code = this.#code();
    this.#ordinal++;
    const bytes = code === 'none' ? undefined : answerTo(payload, code, this.#ordinal);
    const answer = code !== 'none' && bytes === undefined ? 'unreadable' : code;
    this.#counts[answer]++;
    onMessage?.(payload, answer, connection.id);
    const now = timer.now();
    const at = serviceTime.answerAt(now, this.#random);
    const plan = strike?.(payload, bytes?.subarray(1, -2));
    if (plan !== undefined) {
      giveStruck(plan, { payload, own: bytes, connection, ordinal: this.#ordinal, timer });
      return;
    }
    if (bytes === undefined) return;
    if (at <= now && this.#due.size === 0) connection.post([{ kind: 'write', bytes }], ignore);
    else this.#schedule(at, { bytes, connection });
  }

  #code(): 'AA' | 'AE' | 'AR' | 'none' {
    const { errors = 0, rejects = 0, silence = 0 } = this.#options;
    if (errors + rejects + silence === 0) return 'AA';
    const drawn = this.#random.next();
    if (drawn < silence) return 'none';
    if (drawn < silence + errors) return 'AE';
    return drawn < silence + errors + rejects ? 'AR' : 'AA';
  }

  #schedule(at: number, due: Due): void {
    this.#due.add(at, due);
    if (!this.#isTicking) this.#tickLater();
  }

  #tickLater(): void {
    this.#isTicking = true;
    this.#options.timer.after(TICK_MS, () => this.#tick(), { background: true });
  }

  /** The answers of one tick to one connection leave in one write. */
  #tick(): void {
    this.#isTicking = false;
    const writes = new Map<Connection, Buffer[]>();
    for (const { connection, bytes } of this.#due.take(this.#options.timer.now())) {
      const there = writes.get(connection);
      if (there) there.push(bytes);
      else writes.set(connection, [bytes]);
    }
    for (const [connection, pieces] of writes)
      connection.post(
        [{ kind: 'write', bytes: pieces.length === 1 ? (pieces[0] ?? NOTHING) : Buffer.concat(pieces) }],
        ignore,
      );
    if (this.#due.size > 0) this.#tickLater();
  }
}

const NOTHING = Buffer.alloc(0);

function ignore(): void {}
