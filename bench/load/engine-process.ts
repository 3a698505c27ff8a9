import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The demo engine in a process of its own, whose memory and messages can be looked at. */
export interface EngineProcess {
  readonly port: number;
  /** Holds `messages.log`. */
  readonly dataDir: string;
  /** Resident bytes; undefined where the system does not tell. */
  readonly rss: () => number | undefined;
  /** Lets the engine write all that it has and end. */
  readonly stop: () => Promise<void>;
  /** Removes what it has stored. */
  readonly remove: () => void;
}

/** Starts it with everything for the role `lis` going to that port. */
export async function startEngineProcess(farEndPort: number, defects: readonly string[]): Promise<EngineProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pipehat-bench-'));
  const options = [
    '--port=0',
    `--data-dir=${dataDir}`,
    `--deliver=lis=127.0.0.1:${farEndPort}`,
    ...defects.map((name) => `--defect=${name}`),
  ];
  const child = spawn(process.execPath, [ENTRY, ...options], { stdio: ['ignore', 'pipe', 'ignore', 'ipc'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    port: await portOf(child, gone),
    dataDir,
    rss: () => residentBytes(child),
    stop: async () => {
      // The end of the process that started it tells it to stop.
      if (child.connected) child.disconnect();
      await gone;
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** Compiled, also where this file is not. */
const ENTRY = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../dist/src/demo/main.js' : '../../src/demo/main.js', import.meta.url),
);

function portOf(child: ChildProcess, gone: Promise<void>): Promise<number> {
  return new Promise((resolve, reject) => {
    void gone.then(() => reject(new Error('the demo engine ended before it was ready: run "npm run build"')));
    if (child.stdout === null) return;
    createInterface(child.stdout).once('line', (line) => resolve(JSON.parse(line).port));
  });
}

function residentBytes({ pid }: ChildProcess): number | undefined {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1_024;
  } catch {
    return undefined;
  }
}
