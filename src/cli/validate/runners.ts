import { availableParallelism } from 'node:os';
import { HereRunner } from './here-runner.js';
import { Judge } from './judge.js';
import type { Parcel, ParcelResult, Runner } from './parcel.js';
import { loadFunctions } from './rule-functions.js';
import type { Setup } from './setup.js';
import { ThreadRunner } from './thread-runner.js';
import { Workbench } from './workbench.js';

/** Bytes from which on the start of threads is soon made up for. */
const LARGE = 8 * 1024 * 1024;
/** Threads beyond this wait for the one that reads and writes. */
const MOST = 8;

/** Judges here while there is little to do, and in threads once there is much. */
export class Runners implements Runner {
  readonly #here: Runner;
  readonly #startThreads: () => Runner;
  #threads: Runner | undefined;
  readonly #count: number;
  #bytes = 0;

  /** `threads`: so many, at once; 0 decides by the amount of input and the machine. */
  static async for(setup: Setup, threads: number): Promise<Runners> {
    const judge = new Judge(setup.judge, await loadFunctions(setup.judge.functionModules));
    const here = new HereRunner(judge, new Workbench(judge, setup.format, setup.facts), setup.selection);
    return new Runners(here, setup, threads);
  }

  private constructor(here: Runner, setup: Setup, threads: number) {
    const { judge, facts, format, selection } = setup;
    this.#here = here;
    this.#count = threads;
    this.#startThreads = () => {
      const count = threads > 0 ? threads : Math.min(MOST, Math.max(1, availableParallelism() - 1));
      return new ThreadRunner(count, { judge, facts, format: format.name }, selection);
    };
  }

  get width(): number {
    return this.#now().width;
  }

  run(parcel: Parcel): Promise<ParcelResult> {
    this.#bytes += parcel.jobs.reduce((size, { bytes }) => size + bytes.length, 0);
    return this.#now().run(parcel);
  }

  async close(): Promise<void> {
    await this.#threads?.close();
  }

  #now(): Runner {
    const isWorthIt = this.#count === 0 ? this.#bytes > LARGE : this.#count > 1;
    if (isWorthIt) this.#threads ??= this.#startThreads();
    return this.#threads ?? this.#here;
  }
}
