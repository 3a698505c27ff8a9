import { type Rng, rng } from '../../base/rng.js';
import type { Timer } from '../../base/timer.js';
import type { Connection } from '../../mllp/connection.js';
import { type ListenOptions, listen, type MllpServer } from '../../mllp/server.js';
import { answerTo } from './answer.js';
import type { ServiceTime } from './service-time.js';

export interface ReceiverOptions {
  readonly listen: ListenOptions;
  readonly timer: Timer;
  readonly serviceTime: ServiceTime;
  readonly seed: string;
  /** Shares, 0 to 1, of messages that are answered with AE, with AR, or not at all. */
  readonly errors?: number;
  readonly rejects?: number;
  readonly silence?: number;
  /** Told of every message as it comes; the payload is good until the function returns. */
  readonly onMessage?: (payload: Buffer) => void;
}

interface Due {
  readonly at: number;
  readonly bytes: Buffer;
  readonly connection: Connection;
}

const TICK_MS = 1;

/** Takes messages at line rate and acknowledges them, as fast or as slow as it is told: the far end of a load run. */
export class Receiver {
  readonly #options: ReceiverOptions;
  readonly #random: Rng;
  /** By instant, soonest first. */
  readonly #due: Due[] = [];
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

  /** Messages so far. */
  get count(): number {
    return this.#ordinal;
  }

  /** undefined, or why it cannot listen. */
  async open(): Promise<string | undefined> {
    const result = await listen(this.#options.listen, {
      onEvent: (event, connection) => {
        if (event.kind === 'frame') this.#take(event.payload, connection);
      },
    });
    if (result.kind === 'failed') return result.message;
    this.#server = result.server;
    return undefined;
  }

  async close(): Promise<void> {
    this.#due.length = 0;
    await this.#server?.abort();
  }

  #take(payload: Buffer, connection: Connection): void {
    const { onMessage, serviceTime, timer } = this.#options;
    onMessage?.(payload);
    this.#ordinal++;
    const code = this.#code();
    const bytes = code === undefined ? undefined : answerTo(payload, code, this.#ordinal);
    const now = timer.now();
    const at = serviceTime.answerAt(now, this.#random);
    if (bytes === undefined) return;
    if (at <= now && this.#due.length === 0) connection.post([{ kind: 'write', bytes }], ignore);
    else this.#schedule({ at, bytes, connection });
  }

  /** undefined for no answer. */
  #code(): 'AA' | 'AE' | 'AR' | undefined {
    const { errors = 0, rejects = 0, silence = 0 } = this.#options;
    if (errors + rejects + silence === 0) return 'AA';
    const drawn = this.#random.next();
    if (drawn < silence) return undefined;
    if (drawn < silence + errors) return 'AE';
    return drawn < silence + errors + rejects ? 'AR' : 'AA';
  }

  #schedule(due: Due): void {
    let place = this.#due.length;
    while (place > 0 && (this.#due[place - 1]?.at ?? 0) > due.at) place--;
    this.#due.splice(place, 0, due);
    if (!this.#isTicking) this.#tickLater();
  }

  #tickLater(): void {
    this.#isTicking = true;
    this.#options.timer.after(TICK_MS, () => this.#tick(), { background: true });
  }

  #tick(): void {
    this.#isTicking = false;
    const now = this.#options.timer.now();
    const ready = this.#due.findIndex(({ at }) => at > now);
    const answered = this.#due.splice(0, ready < 0 ? this.#due.length : ready);
    for (const { connection, bytes } of answered) connection.post([{ kind: 'write', bytes }], ignore);
    if (this.#due.length > 0) this.#tickLater();
  }
}

function ignore(): void {}
