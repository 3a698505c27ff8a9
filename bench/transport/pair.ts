import type { Effort } from '../effort.js';
import { notAvailable, type Outcome } from '../outcome.js';
import { type Answered, Worker } from '../process/worker.js';
import type { TransportCase } from './case.js';
import type { ClientQuestion, LoopResult } from './client-worker.js';
import type { ServerQuestion } from './server-worker.js';

/** Server and client of one stack, each in a process of its own. */
export class Pair {
  readonly #server: Worker<ServerQuestion, number>;
  readonly #client: Worker<ClientQuestion, LoopResult>;
  readonly #effort: Effort;
  #port: Promise<Answered<number>> | undefined;

  constructor(subject: string, effort: Effort) {
    this.#server = new Worker(new URL('./server-worker.js', import.meta.url), subject);
    this.#client = new Worker(new URL('./client-worker.js', import.meta.url), subject);
    this.#effort = effort;
  }

  get isUsable(): boolean {
    return this.#server.isUsable && this.#client.isUsable;
  }

  /** A pair that fails is not usable any more. */
  async measure(transportCase: TransportCase): Promise<Outcome> {
    this.#port ??= this.#askServer('serve');
    const port = await this.#port;
    if (port.kind === 'lost') return this.#lost(`server: ${port.why}`);
    const warm = await this.#askClient({ kind: 'open', port: port.answer, transportCase, effort: this.#effort });
    if (warm.kind === 'lost') return this.#lost(warm.why);
    const before = await this.#askServer('cpu');
    const result = await this.#askClient({ kind: 'measure' });
    const after = await this.#askServer('cpu');
    if (result.kind === 'lost') return this.#lost(result.why);
    if (before.kind === 'lost' || after.kind === 'lost') return this.#lost('server: its process is gone');
    return measured(result.answer, after.answer - before.answer);
  }

  stop(): void {
    this.#client.stop();
    this.#server.stop();
  }

  #lost(why: string): Outcome {
    this.stop();
    return notAvailable(why);
  }

  #askServer(kind: ServerQuestion['kind']): Promise<Answered<number>> {
    return this.#server.ask({ kind }, this.#effort.deadlineMs);
  }

  #askClient(question: ClientQuestion): Promise<Answered<LoopResult>> {
    return this.#client.ask(question, this.#effort.deadlineMs);
  }
}

function measured({ messages, cpuMicros, ms }: LoopResult, serverCpuMicros: number): Outcome {
  const clientMicros = cpuMicros / messages;
  const serverMicros = serverCpuMicros / messages;
  const perSecond = (messages / ms) * 1_000;
  return {
    kind: 'measured',
    sample: { cpuMicros: clientMicros + serverMicros, perSecond, clientMicros, serverMicros },
  };
}
