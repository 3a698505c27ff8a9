import { Worker } from 'node:worker_threads';
import type { Job } from './job.js';
import type { MessageSelection } from './message-selection.js';
import type { Parcel, ParcelResult, Runner, WorkerSettings, WorkerTask } from './parcel.js';

/** Parcels that wait at each thread, so that none is idle while a result travels. */
const QUEUE = 2;

/** Judges in worker threads. Each is told a plan once, before the first parcel that needs it. */
export class ThreadRunner implements Runner {
  readonly width: number;
  readonly #threads: readonly Thread[];
  readonly #selection: MessageSelection;

  constructor(count: number, settings: WorkerSettings, selection: MessageSelection) {
    this.#threads = Array.from({ length: count }, () => new Thread(settings));
    this.#selection = selection;
    this.width = count * QUEUE;
  }

  run(parcel: Parcel): Promise<ParcelResult> {
    const thread = this.#threads.reduce((least, one) => (one.waiting < least.waiting ? one : least));
    return thread.run(packed(parcel), this.#selection.plans);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting: { readonly resolve: (result: ParcelResult) => void; readonly reject: (error: Error) => void }[] =
    [];
  #known = 0;

  constructor(settings: WorkerSettings) {
    this.#worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: settings });
    this.#worker.on('message', (result: ParcelResult) => this.#waiting.shift()?.resolve(result));
    this.#worker.on('error', (error: Error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`a thread ended with ${code}`)));
  }

  /** Parcels given and not answered. */
  get waiting(): number {
    return this.#waiting.length;
  }

  run({ parcel, buffer }: Packed, plans: MessageSelection['plans']): Promise<ParcelResult> {
    for (const plan of plans.slice(this.#known)) this.#tell({ kind: 'plan', number: this.#known++, plan });
    this.#tell({ kind: 'parcel', parcel }, [buffer]);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #tell(task: WorkerTask, transfer: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(task, transfer);
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

interface Packed {
  readonly parcel: Parcel;
  readonly buffer: ArrayBuffer;
}

/** The parcel with the bytes of all its messages in one buffer, which can be handed over without a copy. */
function packed({ jobs }: Parcel): Packed {
  const buffer = new ArrayBuffer(jobs.reduce((size, { bytes }) => size + bytes.length, 0));
  let at = 0;
  const moved = jobs.map((job): Job => {
    const bytes = new Uint8Array(buffer, at, job.bytes.length);
    bytes.set(job.bytes);
    at += bytes.length;
    return { ...job, bytes };
  });
  return { parcel: { jobs: moved }, buffer };
}
