import { type ChildProcess, spawn } from 'node:child_process';
import type { Timer } from '../base/timer.js';
import type { ControlCommand, SutControl as ControlConfig } from '../config/config.js';
import type { ControlAction, ControlResult, SutControl } from '../session/sut-control.js';

/** Acts on a user's engine by the commands of the configuration. */
export function commandControl(config: ControlConfig, timer: Timer): SutControl {
  return {
    act: (action) => {
      const command = config.commands[action];
      return command ? run(action, command, config.timeoutMs, timer) : Promise.resolve(unavailable(action));
    },
  };
}

function unavailable(action: ControlAction): ControlResult {
  return {
    kind: 'unavailable',
    remedy: `give a command for it in pipehat.config.yaml: environments.<name>.control.${action}`,
  };
}

function run(action: ControlAction, command: ControlCommand, timeoutMs: number, timer: Timer): Promise<ControlResult> {
  const child = launch(command);
  const errors: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString('utf8')));
  return new Promise((resolve) => {
    const cancel = timer.after(timeoutMs, () => {
      child.kill('SIGKILL');
      resolve({ kind: 'failed', message: `the command for ${action} did not end within ${timeoutMs / 1000} s` });
    });
    const finish = (result: ControlResult): void => {
      cancel();
      resolve(result);
    };
    child.on('error', (error) => finish({ kind: 'failed', message: error.message }));
    child.on('close', (code) => finish(code === 0 ? { kind: 'done' } : failure(action, code, errors.join(''))));
  });
}

function launch(command: ControlCommand): ChildProcess {
  const options = { stdio: ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'] };
  return command.kind === 'shell'
    ? spawn(command.line, { ...options, shell: true })
    : spawn(command.program, [...command.args], options);
}

function failure(action: ControlAction, code: number | null, errors: string): ControlResult {
  const last = errors.trim().split('\n').at(-1) ?? '';
  return {
    kind: 'failed',
    message: `the command for ${action} ended with ${code ?? 'a signal'}${last && `: ${last}`}`,
  };
}
