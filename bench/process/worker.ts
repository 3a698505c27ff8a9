import { type ChildProcess, fork } from 'node:child_process';
import { realTimer } from '../../src/base/timer.js';
import type { Reply } from './channel.js';

export type Answered<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'lost'; readonly why: string };

const timer = realTimer();

/** A process of its own in which one library is measured: its heap, its collector and its mistakes stay there. */
export class Worker<Question extends object, Answer> {
  readonly #child: ChildProcess;
  #settle: ((answered: Answered<Answer>) => void) | undefined;
  #isLost = false;

  constructor(module: URL, subject: string) {
    this.#child = fork(module, [subject], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: ['--expose-gc'] });
    this.#child.on('message', (reply: Reply) => {
      if (reply.kind === 'failed') this.#lose(reply.reason);
      // Both ends are in this room, so the answer is what it says it is.
      else this.#give({ kind: 'answer', answer: reply.answer as Answer });
    });
    this.#child.on('error', (error) => this.#lose(error.message));
    this.#child.on('exit', (code, signal) => this.#lose(`its process ended (${signal ?? `exit ${code}`})`));
  }

  /** False once a question was lost: what the process does from then on means nothing. */
  get isUsable(): boolean {
    return !this.#isLost;
  }

  /** Never rejects. A worker that does not answer in time is killed. */
  ask(question: Question, timeoutMs: number): Promise<Answered<Answer>> {
    if (this.#isLost) return Promise.resolve({ kind: 'lost', why: 'its process is gone' });
    return new Promise((resolve) => {
      const expired = (): void => this.#lose(`no answer in ${timeoutMs / 1_000} s`);
      const cancel = timer.after(timeoutMs, expired);
      this.#settle = (answered) => {
        cancel();
        resolve(answered);
      };
      this.#child.send(question);
    });
  }

  stop(): void {
    this.#isLost = true;
    this.#child.kill('SIGKILL');
  }

  #give(answered: Answered<Answer>): void {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(answered);
  }

  #lose(why: string): void {
    this.stop();
    this.#give({ kind: 'lost', why });
  }
}
