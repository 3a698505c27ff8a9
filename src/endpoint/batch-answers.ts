import { writtenBytes } from '../faults/plan-bytes.js';
import type { Connection } from '../mllp/connection.js';
import { type WirePlan, wholeFrame } from '../mllp/wire-plan.js';
import { batchOf } from './batch.js';
import type { LiveExchange } from './live-exchange.js';

interface Answer {
  readonly payload: Buffer;
  readonly done: (result: 'written' | 'lost') => void;
}

/** Gathers what is said about the messages of a batch, and answers them as one batch when all is said. */
export class BatchAnswers {
  readonly #connection: Connection;
  readonly #batchId: string;
  readonly #answers: (Answer | undefined)[] = [];
  #open: number;

  /** `count`: messages of the batch; `batchId`: BHS-11. */
  constructor(connection: Connection, count: number, batchId: string) {
    this.#connection = connection;
    this.#open = count;
    this.#batchId = batchId;
    if (count === 0) this.#give();
  }

  /** The connection as one of the messages sees it; what is written on it waits for the others. */
  lineFor(n: number): Connection {
    const post = (plan: WirePlan, done: Answer['done']): void => {
      if (this.#answers[n]) {
        this.#connection.post(plan, done);
      } else {
        this.#answers[n] = { payload: unframed(writtenBytes(plan)), done };
        this.#settled();
      }
    };
    const own = { post, write: (plan: WirePlan) => new Promise<'written' | 'lost'>((done) => post(plan, done)) };
    return new Proxy(this.#connection, {
      get: (inner, name) => {
        if (name === 'post' || name === 'write') return own[name];
        const value: unknown = Reflect.get(inner, name, inner);
        return typeof value === 'function' ? value.bind(inner) : value;
      },
    });
  }

  /** A message that gets no answer counts when that is known. */
  watch(n: number, exchange: LiveExchange): void {
    void exchange.settled.then(() => {
      if (this.#answers[n] === undefined) this.#settled();
    });
  }

  /** A message that cannot be read gets none. */
  skip(): void {
    this.#settled();
  }

  #settled(): void {
    if (--this.#open === 0) this.#give();
  }

  #give(): void {
    const given = this.#answers.filter((answer) => answer !== undefined);
    const reply = batchOf(
      given.map(({ payload }) => payload),
      undefined,
      this.#batchId,
    );
    this.#connection.post(wholeFrame(reply), (result) => {
      for (const { done } of given) done(result);
    });
  }
}

function unframed(bytes: Buffer): Buffer {
  return bytes.subarray(1, -2);
}
