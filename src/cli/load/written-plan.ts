import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { readPlan, type WrittenPlan } from '../../load/plan/read-plan.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import type { LoadFlags } from './flags.js';

/** The plan file, and the options over it: both are read by the same rules, so that both complain alike. */
export function writtenPlan(file: string | undefined, flags: LoadFlags): WrittenPlan {
  const ofFile = file === undefined ? {} : read(file, textOf(file));
  return { ...ofFile, ...read('the options', stringify(asPlan(flags))) };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(
      EXIT.usage,
      `${file}: ${reason}`,
      'name a plan file, or leave it away and use options',
      error,
    );
  }
}

function read(source: string, text: string): WrittenPlan {
  const result = readPlan(text);
  if (result.kind === 'plan') return result.plan;
  const lines = result.mistakes.map(({ line, column, name, what, remedy }) => {
    const place = source === 'the options' ? '' : `${source}:${line}:${column}  `;
    return `${place}${name === '' ? '' : `${name}: `}${what}\n         ${remedy}`;
  });
  throw new OperatorError(EXIT.usage, lines.join('\n         '), 'mend what is named above');
}

/** The options as a plan file would say them. */
function asPlan(flags: LoadFlags): Readonly<Record<string, unknown>> {
  const forMs = `${flags.duration}ms`;
  const plan: Record<string, unknown> = {
    seed: flags.seed,
    stages: flags.stage?.map(stageOf) ?? (flags.rate && [{ constant: flags.rate, for: forMs }]),
    spacing: flags.poisson && 'poisson',
    closed: flags.users && { users: flags.users, for: forMs },
    messages: weights(flags.message),
    workflows: weights(flags.workflow),
    connections: flags.connections,
    connection: flags.perMessage && 'per-message',
    depth: flags.depth,
    acknowledgment: flags.timeout && { timeout: flags.timeout },
    warmUp: flags.warmUp,
    size: flags.size,
    patients: flags.patients,
    thresholds: flags.threshold,
    abortOnFail: flags.abortOnFail,
    workers: flags.workers,
  };
  return Object.fromEntries(Object.entries(plan).filter(([, value]) => value !== undefined && value !== false));
}

/** `ramp=0..500/s,for=30s` as `{ ramp: 0..500/s, for: 30s }`. */
function stageOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [name = '', ...value] = part.split('=');
      return [name.trim(), value.join('=').trim()];
    }),
  );
}

/** `oru-r01=3` as `{ oru-r01: 3 }`. */
function weights(list: readonly string[] | undefined): Readonly<Record<string, string>> | undefined {
  if (list === undefined) return undefined;
  return Object.fromEntries(
    list.map((text) => {
      const [name = '', weight = '1'] = text.split('=');
      return [name, weight];
    }),
  );
}
