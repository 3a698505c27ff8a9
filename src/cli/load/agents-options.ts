import { type Command, InvalidArgumentError } from 'commander';
import { durationMs } from '../../base/duration.js';
import { wholeOption } from '../option-values.js';

/** Where NATS listens unless something else is said: on this machine. */
export const NATS_DEFAULT = 'nats://127.0.0.1:4222';

export interface AgentsFlags {
  readonly agents?: number;
  readonly nats: string;
  readonly run?: string;
  /** Milliseconds. */
  readonly patience: number;
}

const PATIENCE_MS = 60_000;

export function addAgentsOptions(command: Command): Command {
  return command
    .option(
      '--agents <n>',
      'send from n other machines, on each of which pipehat load-agent runs',
      wholeOption(1, 1_000),
    )
    .option('--nats <address>', 'with --agents: where the agents are met', NATS_DEFAULT)
    .option('--run <name>', 'with --agents: the name of the run; again after a crash, to go on where it was', runOption)
    .option(
      '--patience <duration>',
      'with --agents: how long one may be silent before the run goes on without',
      patienceOption,
      PATIENCE_MS,
    );
}

/** The name of a run is part of NATS subjects, whose parts are separated by dots. */
export function runOption(text: string): string {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(text)) return text;
  throw new InvalidArgumentError('Write letters, digits, - and _ alone.');
}

function patienceOption(text: string): number {
  const ms = durationMs(text);
  if (ms !== undefined && ms >= 1_000 && ms <= 600_000) return ms;
  throw new InvalidArgumentError('Write a duration from 1s to 10m.');
}
