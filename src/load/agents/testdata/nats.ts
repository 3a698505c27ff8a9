import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { pause, realTimer } from '../../../base/timer.js';

/** Whether this machine has a NATS server: the package `nats-server` of the distribution. */
export const HAS_NATS = spawnSync('nats-server', ['--version']).status === 0;

if (!HAS_NATS) {
  console.warn('\n!!! nats-server is not installed: NOTHING about load agents is tested (apt-get install nats-server) !!!\n');
}

/** A real server on a free port of this machine, with a store of its own. Gone with the test. */
export class NatsServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'pipehat-nats-'));
  readonly #args: readonly string[];
  #child: ChildProcess | undefined;
  #port = -1;

  private constructor(args: readonly string[]) {
    this.#args = args;
  }

  static async started(...args: readonly string[]): Promise<NatsServer> {
    const server = new NatsServer(args);
    onTestFinished(async () => {
      await server.kill();
      rmSync(server.#folder, { recursive: true, force: true });
    });
    await server.start();
    return server;
  }

  get address(): string {
    return `nats://127.0.0.1:${this.#port}`;
  }

  /** Again on the same port, with what it had stored. */
  async start(): Promise<void> {
    const own = ['-a', '127.0.0.1', '-p', String(this.#port), '--ports_file_dir', this.#folder];
    const stored = this.#args.includes('--no-js') ? [] : ['-js', '-sd', join(this.#folder, 'store')];
    const args = [...own, ...stored, ...this.#args.filter((arg) => arg !== '--no-js')];
    const child = spawn('nats-server', args, { stdio: 'ignore' });
    this.#child = child;
    const file = `nats-server_${child.pid}.ports`;
    while (!readdirSync(this.#folder).includes(file)) await pause(realTimer(), 20);
    while (this.#port < 0) {
      const [, port] = /127\.0\.0\.1:(\d+)/.exec(readFileSync(join(this.#folder, file), 'utf8')) ?? [];
      if (port !== undefined) this.#port = Number(port);
      else await pause(realTimer(), 20);
    }
  }

  /** As a power failure does. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
}
