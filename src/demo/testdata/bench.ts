import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, type EngineOptions, startEngine } from '../engine.js';
import { DESTINATIONS, type Destination } from '../stored-message.js';
import { FarEnd, field, Inbox, Sender } from './raw-peer.js';

/** An engine between one sender and four destinations, with a data folder of its own. */
export class Bench {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'demo-'));
  readonly log = new Inbox();
  readonly ends: Readonly<Record<Destination, FarEnd>>;
  readonly #options: Partial<EngineOptions>;
  #engine: Engine | undefined;
  #sender: Sender | undefined;

  private constructor(ends: Readonly<Record<Destination, FarEnd>>, options: Partial<EngineOptions>) {
    this.ends = ends;
    this.#options = options;
  }

  static async open(options: Partial<EngineOptions> = {}): Promise<Bench> {
    const ends = await Promise.all(DESTINATIONS.map(async (name) => [name, await FarEnd.open()] as const));
    const bench = new Bench(Object.fromEntries(ends) as Record<Destination, FarEnd>, options);
    await bench.start();
    return bench;
  }

  get engine(): Engine {
    if (!this.#engine) throw new Error('the engine is stopped');
    return this.#engine;
  }

  get sender(): Sender {
    if (!this.#sender) throw new Error('the engine is stopped');
    return this.#sender;
  }

  /** On the data of the last start. */
  async start(): Promise<void> {
    const deliver = Object.fromEntries(
      DESTINATIONS.map((name) => [name, { host: '127.0.0.1', port: this.ends[name].port }]),
    );
    const log = (line: string) => this.log.push(line);
    this.#engine = await startEngine({ port: 0, dataDir: this.dataDir, deliver, timeScale: 0.05, log, ...this.#options });
    this.#sender = new Sender(this.#engine.port);
  }

  async stop(): Promise<void> {
    this.#sender?.close();
    await this.#engine?.stop();
    this.#engine = undefined;
  }

  /** Sends a message that must be accepted. */
  async accept(message: string): Promise<string> {
    const reply = await this.sender.send(message);
    if (field(reply, 'MSA', 1) !== 'AA') throw new Error(`not accepted: ${reply.replaceAll('\r', ' / ')}`);
    return message;
  }

  async close(): Promise<void> {
    await this.stop();
    await Promise.all(DESTINATIONS.map((name) => this.ends[name].close()));
    rmSync(this.dataDir, { recursive: true });
  }
}
