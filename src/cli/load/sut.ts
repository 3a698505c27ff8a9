import { realTimer } from '../../base/timer.js';
import type { ControlCommand } from '../../config/config.js';
import type { WrittenPlan } from '../../load/plan/read-plan.js';
import type { ActOnSut } from '../../load/sut/sut-course.js';
import { SUT_ACTIONS, type SutAction, type SutUndo } from '../../load/sut/sut-event.js';
import { commandControl } from '../../run/command-control.js';
import type { ControlAction, SutControl } from '../../session/sut-control.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import type { LoadFlags } from './flags.js';

/** The longest that a command of the plan may take. */
const COMMAND_MS = 30_000;

/** How the system under test is killed, stopped, paused and cut off: the demo engine itself, others by commands of the plan. */
export function actOnSut({ control = {} }: WrittenPlan, demo: SutControl | undefined): ActOnSut {
  const given = Object.entries(control).filter(([, line]) => line !== undefined);
  const commands = Object.fromEntries(
    given.map(([action, line]): [string, ControlCommand] => [action, { kind: 'shell', line: `${line}` }]),
  );
  const sut = demo ?? commandControl({ commands, timeoutMs: COMMAND_MS }, realTimer());
  return async (action) => {
    const result = await sut.act(controlAction(action));
    if (result.kind === 'done') return undefined;
    return result.kind === 'failed' ? result.message : `nothing says how: ${result.remedy}`;
  };
}

function controlAction(action: SutAction | SutUndo): ControlAction {
  return action === 'cut-off' ? 'cutOff' : action;
}

/** Throws OperatorError, before anything is sent, for what could not be done to the system under test. */
export function checkSut({ sut = [], control = {} }: WrittenPlan, flags: LoadFlags, hasDemo: boolean): void {
  if (flags.defect !== undefined && !hasDemo) {
    throw usage('--defect is for the demo engine', 'add --to demo, or leave --defect out');
  }
  if (sut.length === 0) return;
  if (flags.findCapacity) throw usage('--find-capacity wants a system that is left alone', 'leave --sut out');
  if (flags.shard !== undefined) {
    throw usage(
      '--sut needs one machine that sees the whole run',
      'use --agents, whose coordinator does, or leave it out',
    );
  }
  const missing = sut
    .flatMap(({ action }) => [controlAction(action), controlAction(SUT_ACTIONS[action])])
    .find((action) => !hasDemo && control[action] === undefined);
  if (missing === undefined) return;
  throw usage(`nothing says how to ${missing} the system under test`, `give a command in the plan: control.${missing}`);
}

function usage(what: string, remedy: string): OperatorError {
  return new OperatorError(EXIT.usage, what, remedy);
}
