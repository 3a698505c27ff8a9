import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { DefectName } from './defects.js';
import type { Addresses } from './deliveries.js';
import type { EngineStatus } from './engine.js';
import { entry } from './entry.js';
import type { Ask, Request, Told } from './ipc.js';
import type { Address } from './link.js';
import type { EngineTls } from './tls.js';

export interface DemoControlOptions {
  /** 0, the default, for any that is free: it is kept for all later starts. */
  readonly port?: number;
  readonly host?: string;
  readonly dataDir: string;
  readonly deliver: Addresses;
  readonly defects?: readonly DefectName[];
  readonly timeScale?: number;
  /** Takes the lines of the engine's log. */
  readonly log?: (line: string) => void;
}

/** Starts and torments a demo engine in a process of its own; it keeps its port and its data from start to start. */
export function demoControl(options: DemoControlOptions): DemoControl {
  return new DemoControl(options);
}

export class DemoControl {
  readonly #options: DemoControlOptions;
  readonly #open = new Map<
    number,
    { readonly done: (status: EngineStatus) => void; readonly failed: (error: Error) => void }
  >();
  #port: number;
  #child: ChildProcess | undefined;
  #tls: EngineTls | undefined;
  #gone: Promise<void> = Promise.resolve();
  #asks = 0;

  constructor(options: DemoControlOptions) {
    this.#options = options;
    this.#port = options.port ?? 0;
  }

  /** 0 before the first start, where none was given. */
  get port(): number {
    return this.#port;
  }

  get isRunning(): boolean {
    return this.#child !== undefined;
  }

  /** Resolves when the engine listens; rejects with what it said where it does not come up. */
  async start(): Promise<{ readonly port: number }> {
    if (!this.#child) {
      await this.#spawn();
      if (this.#tls) await this.secure(this.#tls);
    }
    return { port: this.#port };
  }

  /** A clean stop: what was received is answered and stored. */
  async stop(): Promise<void> {
    if (!this.#child) return;
    // A signal would be a kill on Windows. A process that is gone before it answers has stopped as well.
    await this.#ask({ ask: 'stop' }).catch(() => undefined);
    await this.#gone;
  }

  /** SIGKILL: nothing is finished, nothing is written. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.#gone;
  }

  /** It hangs: connections stay, nothing is read or sent. */
  async pause(): Promise<void> {
    await this.#ask({ ask: 'pause' });
  }

  async resume(): Promise<void> {
    await this.#ask({ ask: 'resume' });
  }

  /** TLS with everybody from now on, also when it is started anew; plain MLLP where `tls` is undefined. */
  async secure(tls: EngineTls | undefined): Promise<void> {
    this.#tls = tls;
    await this.#ask({ ask: 'secure', ...(tls && { tls }) });
  }

  /** Resolves when every line that the engine had written to its log by now has been handed on. */
  async logRead(): Promise<void> {
    await this.#ask({ ask: 'status' });
    // What was written before the answer lies in the pipe by now; one turn of the event loop reads it.
    for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Its network is gone: all connections are reset, new ones refused, nothing is delivered. */
  async cutOff(): Promise<void> {
    await this.#ask({ ask: 'cut-off' });
  }

  async reconnect(): Promise<void> {
    await this.#ask({ ask: 'reconnect' });
  }

  status(): Promise<EngineStatus> {
    return this.#ask({ ask: 'status' });
  }

  #spawn(): Promise<void> {
    const child = spawn(process.execPath, [entry(), ...this.#arguments()], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // Loaders of the starting process are not the engine's.
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    this.#child = child;
    const said: string[] = [];
    if (child.stderr) {
      createInterface(child.stderr).on('line', (line) => {
        if (said.length < 20) said.push(line);
        this.#options.log?.(line);
      });
    }
    return new Promise((resolve, reject) => {
      this.#gone = new Promise((gone) => {
        child.once('close', (code, signal) => {
          this.#lost(`the demo engine ended (${signal ?? `exit code ${code}`}): ${said.join('\n')}`, reject);
          gone();
        });
      });
      child.on('message', (told: Told) => this.#hear(told, resolve));
    });
  }

  #hear(told: Told, ready: () => void): void {
    if (told.kind === 'done') {
      this.#open.get(told.id)?.done(told.status);
      this.#open.delete(told.id);
      return;
    }
    this.#port = told.port;
    ready();
  }

  #lost(reason: string, notStarted: (error: Error) => void): void {
    const error = new Error(reason);
    this.#child = undefined;
    for (const { failed } of this.#open.values()) failed(error);
    this.#open.clear();
    notStarted(error);
  }

  #ask(asked: Request): Promise<EngineStatus> {
    const child = this.#child;
    if (!child) return Promise.reject(new Error(`the demo engine is not running: start it before "${asked.ask}"`));
    const id = ++this.#asks;
    return new Promise((done, failed) => {
      this.#open.set(id, { done, failed });
      child.send({ ...asked, id } satisfies Ask, (error) => error && failed(error));
    });
  }

  #arguments(): readonly string[] {
    const { host, dataDir, deliver, defects, timeScale } = this.#options;
    return [
      `--port=${this.#port}`,
      `--data-dir=${dataDir}`,
      ...(host === undefined ? [] : [`--host=${host}`]),
      ...(timeScale === undefined ? [] : [`--time-scale=${timeScale}`]),
      ...Object.entries(deliver).map(([name, address]) => `--deliver=${name}=${addressText(address)}`),
      ...(defects ?? []).map((name) => `--defect=${name}`),
    ];
  }
}

function addressText({ host, port, standby }: Address): string {
  return `${host}:${port}${standby ? `,${standby.host}:${standby.port}` : ''}`;
}
