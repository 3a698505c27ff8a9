import { Worker } from '../process/worker.js';
import type { ReceiverQuestion, ReceiverState } from './receiver-worker.js';

/** The fast receiver in a process of its own. Throws where it does not answer. */
export class ReceiverProcess {
  readonly #worker: Worker<ReceiverQuestion, ReceiverState>;
  readonly #deadlineMs: number;

  constructor(deadlineMs: number) {
    this.#worker = new Worker(new URL('./receiver-worker.js', import.meta.url), 'receiver');
    this.#deadlineMs = deadlineMs;
  }

  /** On a new port, without the connections of before. */
  serve(serviceTime: string): Promise<ReceiverState> {
    return this.#ask({ kind: 'serve', serviceTime });
  }

  state(): Promise<ReceiverState> {
    return this.#ask({ kind: 'state' });
  }

  stop(): void {
    this.#worker.stop();
  }

  async #ask(question: ReceiverQuestion): Promise<ReceiverState> {
    const answered = await this.#worker.ask(question, this.#deadlineMs);
    if (answered.kind === 'lost') throw new Error(`the receiver: ${answered.why}`);
    return answered.answer;
  }
}
