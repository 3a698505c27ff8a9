import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { stringify } from 'yaml';
import { readPlan, type WrittenPlan } from '../../load/plan/read-plan.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import type { LoadFlags } from './flags.js';

/** The plan file, and the options over it: both are read by the same rules, so that both complain alike. */
export function writtenPlan(file: string | undefined, flags: LoadFlags): WrittenPlan {
  const ofFile = file === undefined ? {} : besideFile(read(file, textOf(file)), file);
  const ofOptions = read('the options', stringify(asPlan(flags)));
  const acknowledgment = { ...ofFile.acknowledgment, ...ofOptions.acknowledgment };
  return { ...ofFile, ...ofOptions, acknowledgment };
}

/** Paths in a plan file start at its folder. */
function besideFile(plan: WrittenPlan, file: string): WrittenPlan {
  const moved = (tls: NonNullable<WrittenPlan['tls']>) => {
    const paths = Object.entries(tls).filter(([name]) => name !== 'serverName');
    return { ...tls, ...Object.fromEntries(paths.map(([name, path]) => [name, resolve(dirname(file), path ?? '')])) };
  };
  const farEnds = Object.entries(plan.farEnds ?? {}).map(([name, { tls, ...rest }]) => {
    return [name, { ...rest, ...(tls && { tls: moved(tls) }) }];
  });
  return {
    ...plan,
    ...(plan.tls && { tls: moved(plan.tls) }),
    ...(plan.farEnds && { farEnds: Object.fromEntries(farEnds) }),
  };
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
    connections: poolOf(flags.connections),
    connection: flags.perMessage && 'per-message',
    depth: flags.depth,
    acknowledgment: without({ timeout: flags.timeout, policy: flags.acknowledgment }),
    queue: flags.queue,
    think: flags.think,
    late: flags.late,
    settle: flags.settle,
    version: flags.hl7Version,
    faults: flags.fault,
    farEndFaults: flags.farEndFault,
    resend: flags.resend,
    sut: flags.sut,
    validate: flags.validate && without({ profiles: flags.validate, sample: flags.sample }),
    warmUp: flags.warmUp,
    size: flags.size,
    patients: flags.patients,
    identity: flags.identity,
    thresholds: flags.threshold,
    abortOnFail: flags.abortOnFail,
    workers: flags.workers,
  };
  return without(plan);
}

/** Only what was said. */
function without(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== false));
}

/** `2..16` as `{ min: 2, max: 16 }`. */
function poolOf(text: string | undefined): unknown {
  const [, min, max] = /^\s*(\d+)\s*\.\.\s*(\d+)\s*$/.exec(text ?? '') ?? [];
  return min === undefined ? text : { min, max };
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
