import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Timer } from '../base/timer.js';
import type { ControlCommand, SutControl as ControlConfig } from '../config/config.js';
import { type ControlAction, type ControlResult, type SutControl, UNDONE_BY } from '../session/sut-control.js';

/** Acts on a user's engine by the commands of the configuration. What nothing could take back is not done. */
export function commandControl({ commands, timeoutMs, secrets = [] }: ControlConfig, timer: Timer): SutControl {
  const lacks = (action: ControlAction): string | undefined => {
    const missing = [action, UNDONE_BY[action]].find((one) => one !== undefined && commands[one] === undefined);
    return missing && `give a command for it in pipehat.config.yaml: environments.<name>.control.${missing}`;
  };
  return {
    lacks,
    act: async (action) => {
      const command = commands[action];
      const remedy = lacks(action);
      if (command === undefined || remedy !== undefined) return { kind: 'unavailable', remedy: remedy ?? '' };
      return masked(await run(action, command, timeoutMs, timer), secrets);
    },
  };
}

/** A command may print what it was given: values of environment variables are never shown. */
function masked(result: ControlResult, secrets: readonly string[]): ControlResult {
  if (result.kind !== 'failed') return result;
  const telling = secrets.filter((secret) => secret.length >= SHORTEST_SECRET).sort((a, b) => b.length - a.length);
  return { ...result, message: telling.reduce((text, secret) => text.replaceAll(secret, '***'), result.message) };
}

/** Shorter ones would be found in every word. */
const SHORTEST_SECRET = 4;

/** What the command says on standard error goes through a file: an engine that it leaves running may keep a pipe open for ever. */
function run(action: ControlAction, command: ControlCommand, timeoutMs: number, timer: Timer): Promise<ControlResult> {
  const folder = mkdtempSync(join(tmpdir(), 'pipehat-control-'));
  const said = join(folder, 'stderr.txt');
  const child = launch(command, said);
  return new Promise((resolve) => {
    const finish = (result: ControlResult): void => {
      cancel();
      child.removeAllListeners();
      child.on('error', () => {});
      rmSync(folder, { recursive: true, force: true });
      resolve(result);
    };
    const cancel = timer.after(timeoutMs, () => {
      child.kill('SIGKILL');
      finish({ kind: 'failed', message: `the command for ${action} did not end within ${timeoutMs / 1000} s` });
    });
    child.on('error', (error) => finish({ kind: 'failed', message: `the command for ${action}: ${error.message}` }));
    child.on('exit', (code) => finish(code === 0 ? { kind: 'done' } : failure(action, code, said)));
  });
}

function launch(command: ControlCommand, said: string): ChildProcess {
  const stderr = openSync(said, 'w');
  try {
    const options = { stdio: ['ignore', 'ignore', stderr] as ['ignore', 'ignore', number] };
    return command.kind === 'shell'
      ? spawn(command.line, { ...options, shell: true })
      : spawn(command.program, [...command.args], options);
  } finally {
    closeSync(stderr);
  }
}

function failure(action: ControlAction, code: number | null, said: string): ControlResult {
  const last = readFileSync(said, 'utf8').trim().split('\n').at(-1) ?? '';
  return {
    kind: 'failed',
    message: `the command for ${action} ended with ${code ?? 'a signal'}${last && `: ${last}`}`,
  };
}
