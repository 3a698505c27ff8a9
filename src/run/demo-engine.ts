import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoControl } from '../demo/control.js';
import type { DefectName } from '../demo/defects.js';
import type { Role } from '../endpoint/simulator.js';
import type { ControlAction, ControlResult, SutControl } from '../session/sut-control.js';

/** The embedded demo engine as a system under test in a process of its own. */
export interface DemoEngine extends SutControl {
  /** Its inbound port, the same for every source, kept over restarts. */
  readonly port: number;
  /** Stops it and removes what it has stored. */
  close(): Promise<void>;
}

export interface DemoEngineOptions {
  readonly deliver: Readonly<Partial<Record<Role, { readonly host: string; readonly port: number }>>>;
  readonly defects: readonly DefectName[];
  readonly timeScale: number;
}

/** Rejects with what the engine said where it does not come up. */
export async function startDemoEngine(options: DemoEngineOptions): Promise<DemoEngine> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pipehat-demo-'));
  const control = demoControl({ ...options, dataDir });
  const close = async (): Promise<void> => {
    await control.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  await control.start();
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
    port: control.port,
    act: (action) => carryOut(actions[action]),
    close,
  };
}

async function carryOut(action: () => Promise<unknown>): Promise<ControlResult> {
  try {
    await action();
    return { kind: 'done' };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
