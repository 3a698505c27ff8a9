import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoControl } from '../demo/control.js';
import type { DefectName } from '../demo/defects.js';
import type { Addresses } from '../demo/deliveries.js';
import { type Stack, startStack } from '../demo/stack/stack-control.js';
import type { EngineTls } from '../demo/tls.js';
import type { ControlAction, ControlResult, SutControl } from '../session/sut-control.js';

/** The embedded demo engine as a system under test in a process of its own. */
export interface DemoEngine extends SutControl {
  /** Its inbound port, the same for every source, kept over restarts. */
  readonly port: number;
  /** TLS with everybody from now on. */
  secure(tls: EngineTls): Promise<void>;
  /** What it has written to its log; the last lines of a long one. */
  log(): Promise<readonly string[]>;
  /** Stops it and removes what it has stored. */
  close(): Promise<void>;
}

export interface DemoEngineOptions {
  readonly deliver: Addresses;
  readonly defects: readonly DefectName[];
  readonly timeScale: number;
  /** URL of the module of somebody else's package, whose inbound side stands before the engine. */
  readonly stack?: string;
}

/** Rejects with what the engine said where it does not come up. */
export async function startDemoEngine(options: DemoEngineOptions): Promise<DemoEngine> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pipehat-demo-'));
  const lines: string[] = [];
  const control = demoControl({ ...options, dataDir, log: (line) => keep(lines, line) });
  const close = async (): Promise<void> => {
    await stack?.close();
    await control.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  await control.start();
  const stack = await front(options.stack, control).catch(async (error: unknown) => {
    await control.stop();
    throw error;
  });
  const actions: Readonly<Record<ControlAction, () => Promise<unknown>>> = {
    start: () => control.start(),
    stop: () => control.stop(),
    kill: () => control.kill(),
    pause: () => control.pause(),
    resume: () => control.resume(),
    cutOff: () => control.cutOff(),
    restore: () => control.reconnect(),
  };
  return {
    port: stack?.port ?? control.port,
    act: (action) => carryOut(actions[action]),
    secure: (tls) => control.secure(tls),
    log: async () => {
      if (control.isRunning) await control.logRead();
      return lines;
    },
    close,
  };
}

async function front(module: string | undefined, { port }: { readonly port: number }): Promise<Stack | undefined> {
  return module === undefined ? undefined : startStack({ module, enginePort: port, port: 0 });
}

const MOST_LINES = 10_000;

function keep(lines: string[], line: string): void {
  lines.push(line);
  if (lines.length > MOST_LINES) lines.splice(0, lines.length - MOST_LINES);
}

async function carryOut(action: () => Promise<unknown>): Promise<ControlResult> {
  try {
    await action();
    return { kind: 'done' };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
