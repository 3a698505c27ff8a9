import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wallClock } from '../base/clock.js';
import { never } from '../base/never.js';
import { type EngineArguments, readArguments, UsageError } from './arguments.js';
import { type Engine, startEngine } from './engine.js';
import type { Ask, Told } from './ipc.js';
import { ListenError } from './listener.js';

/**
 * Runs an engine in this process until it is told to stop: by SIGINT, SIGTERM, an IPC request, or the end of the process
 * that started it. Resolves to the exit code: 0 stopped, 2 usage, 3 the port cannot be had.
 *
 * Prints one line of JSON when it is ready: `{"ready":true,"port":6661}`. The log goes to standard error.
 */
export async function serve(argv: readonly string[]): Promise<number> {
  try {
    return await run(readArguments(argv));
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof ListenError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error instanceof UsageError ? 2 : 3;
  }
}

async function run(options: EngineArguments): Promise<number> {
  const temporary = options.dataDir === undefined ? await mkdtemp(join(tmpdir(), 'pipehat-engine-')) : undefined;
  const dataDir = options.dataDir ?? temporary ?? '';
  try {
    const engine = await startEngine({ ...options, dataDir, log });
    const stopped = untilTold(engine);
    tell({ kind: 'ready', port: engine.port });
    process.stdout.write(`${JSON.stringify({ ready: true, port: engine.port })}\n`);
    await stopped;
    await engine.stop();
  } finally {
    if (temporary) await rm(temporary, { recursive: true });
  }
  return 0;
}

function log(line: string): void {
  process.stderr.write(`${wallClock().toISOString()} ${line}\n`);
}

/** Resolves when the engine is to stop; until then does what the starting process asks for. */
function untilTold(engine: Engine): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve).once('disconnect', resolve);
    process.on('message', (ask: Ask) => {
      void obey(engine, ask, resolve).then(() => tell({ kind: 'done', id: ask.id, status: engine.status() }));
    });
  });
}

async function obey(engine: Engine, asked: Ask, stop: () => void): Promise<void> {
  switch (asked.ask) {
    case 'status':
      return;
    case 'pause':
      return engine.pause();
    case 'resume':
      return engine.resume();
    case 'cut-off':
      return engine.cutOff();
    case 'reconnect':
      return engine.reconnect();
    case 'secure':
      return engine.secure(asked.tls);
    case 'stop':
      return stop();
    default:
      return never(asked);
  }
}

function tell(told: Told): void {
  if (process.connected) process.send?.(told);
}
