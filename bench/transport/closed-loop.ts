import { realTimer } from '../../src/base/timer.js';
import type { Line } from './stack.js';

const timer = realTimer();

/** The next message leaves when an answer came: no promise and no closure for a message, so that the loop costs next to nothing. */
export class ClosedLoop {
  readonly #payloads: number;
  readonly #depth: number;
  readonly #stallMs: number;
  readonly #lines: Line[] = [];
  #nextPayload = 0;
  #until = 0;
  #underWay = 0;
  #answered = 0;
  #settle: ((messages: number) => void) | undefined;
  #reject: ((error: Error) => void) | undefined;

  /** `depth`: messages under way on each line. */
  constructor(payloads: number, depth: number, stallMs: number) {
    this.#payloads = payloads;
    this.#depth = depth;
    this.#stallMs = stallMs;
  }

  add(line: Line): void {
    this.#lines.push(line);
  }

  /** Sends for so long, at least one round, and waits for the last answer. Rejects where a line fails or answers stop coming. */
  async run(forMs: number): Promise<number> {
    this.#answered = 0;
    this.#until = timer.now() + forMs;
    const done = new Promise<number>((resolve, reject) => {
      this.#settle = resolve;
      this.#reject = reject;
    });
    for (const line of this.#lines) this.#start(line);
    const stop = this.#watch();
    try {
      return await done;
    } finally {
      stop();
    }
  }

  fail(reason: string): void {
    this.#reject?.(new Error(`${reason}, after ${this.#answered} answers`));
  }

  close(): void {
    this.#reject = undefined;
    for (const line of this.#lines) line.close();
  }

  #start(line: Line): void {
    const onAnswer = (): void => {
      this.#answered++;
      this.#underWay--;
      if (timer.now() < this.#until) this.#send(line, onAnswer);
      else if (this.#underWay === 0) this.#settle?.(this.#answered);
    };
    for (let left = this.#depth; left > 0; left--) this.#send(line, onAnswer);
  }

  #send(line: Line, onAnswer: () => void): void {
    this.#underWay++;
    const payload = this.#nextPayload;
    this.#nextPayload = (payload + 1) % this.#payloads;
    line.send(payload, onAnswer);
  }

  /** Fails the run when nothing was answered between two looks. */
  #watch(): () => void {
    let seen = -1;
    let cancel = (): void => {};
    const look = (): void => {
      if (this.#answered === seen) this.fail(`no answer in ${this.#stallMs / 1_000} s`);
      seen = this.#answered;
      cancel = timer.after(this.#stallMs, look);
    };
    look();
    return () => cancel();
  }
}
