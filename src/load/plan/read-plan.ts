import { z } from 'zod';
import { durationMs } from '../../base/duration.js';
import { reading, section, text, truth, whole } from '../../base/written.js';
import { type PlacedMistake, readWritten } from '../../base/written-file.js';
import type { Stage } from '../arrival/stage.js';
import { parseLoadFault } from '../fault/load-fault.js';
import { parseReplyFault } from '../fault/reply-fault.js';
import { parseServiceTime } from '../receiver/service-time.js';
import { parseSutEvent, type SutEvent } from '../sut/sut-event.js';
import { BY_CONTENT, identityPath } from '../template/identity.js';
import { parseThreshold, type Threshold } from '../threshold/threshold.js';
import { readStage } from './stage-text.js';

/** A plan file as it is written. Addresses stay text: the command checks where they lead. */
export type WrittenPlan = z.output<typeof schema>;

export type PlanFile =
  | { readonly kind: 'plan'; readonly plan: WrittenPlan }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly PlacedMistake[] };

/** Reads `load.yaml`. Never throws; all mistakes come with line, column and remedy. */
export function readPlan(content: string): PlanFile {
  const result = readWritten(content, schema);
  return result.kind === 'read' ? { kind: 'plan', plan: result.value } : result;
}

const duration = reading<number>((value) => {
  const ms = durationMs(value);
  if (ms !== undefined) return { value: ms };
  return { what: `"${value}" is not a duration`, remedy: 'write a number with its unit: 250ms, 10s, 5m' };
});

const stage = z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((written, context): Stage => {
  const result = readStage(written);
  if (result.kind === 'stage') return result.stage;
  context.addIssue({ code: 'custom', message: result.what, params: { remedy: result.remedy } });
  return z.NEVER;
});

const threshold = reading<Threshold>((value) => {
  const result = parseThreshold(value);
  return result.kind === 'threshold' ? { value: result.threshold } : result;
});

const serviceTime = reading<string>((value) => {
  const result = parseServiceTime(value);
  return result.kind === 'service-time' ? { value } : result;
});

const size = reading<number>((value) => {
  const [, number, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*(B|kB|MB)?\s*$/.exec(value) ?? [];
  if (number === undefined) return { what: `"${value}" is not a size`, remedy: 'write bytes, kB or MB: 10 kB' };
  return { value: Math.round(Number(number) * (unit === 'MB' ? 1_000_000 : unit === 'kB' ? 1_000 : 1)) };
});

const identity = reading<string>((value) => {
  if (value === BY_CONTENT || identityPath(value) !== undefined) return { value };
  return {
    what: `"${value}" names no field`,
    remedy: 'write MSH-10, a field that the system passes on (PV1-19), or content',
  };
});

const weight = reading<number>((value) => {
  const number = Number(value);
  if (value.trim() !== '' && number > 0) return { value: number };
  return { what: `"${value}" is not a weight`, remedy: 'write a number above 0; shares follow from the sum' };
});

const fault = reading<string>((value) => {
  const result = parseLoadFault(value);
  return result.kind === 'fault' ? { value } : result;
});

const replyFault = reading<string>((value) => {
  const result = parseReplyFault(value);
  return result.kind === 'fault' ? { value } : result;
});

const sutEvent = reading<SutEvent>((value) => {
  const result = parseSutEvent(value);
  return result.kind === 'event' ? { value: result.event } : result;
});

/** How a sender sends again: `20`, or with the time before it does. */
const resend = z.union([whole(1, 1_000_000), section({ times: whole(1, 1_000_000), after: duration.optional() })]);

/** Commands that act on the system under test, each a line for the shell. */
const control = section({
  start: text.optional(),
  stop: text.optional(),
  kill: text.optional(),
  pause: text.optional(),
  resume: text.optional(),
  cutOff: text.optional(),
  restore: text.optional(),
});

const pool = z.union([whole(1, 10_000), section({ min: whole(1, 10_000), max: whole(1, 10_000) })]);

const acknowledgment = section({
  timeout: duration.optional(),
  policy: z.enum(['original', 'accept', 'both']).optional(),
});

/** Paths of PEM files. */
const certificates = section({
  ca: text.optional(),
  cert: text.optional(),
  key: text.optional(),
  serverName: text.optional(),
});

/** `all`, or a share of what is delivered. */
const sample = reading<number>((value) => {
  if (value === 'all') return { value: 1 };
  const [, number, sign] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(value.trim()) ?? [];
  const share = Number(number) * (sign === '%' ? 0.01 : 1);
  if (number !== undefined && share > 0 && share <= 1) return { value: share };
  return { what: `"${value}" is no share`, remedy: 'write all, or a share above 0: 5%' };
});

const validation = section({ profiles: z.array(text).min(1), sample: sample.optional() });

const farEnd = section({
  listen: text,
  tls: certificates.optional(),
  expects: z.array(text).optional(),
  serviceTime: serviceTime.optional(),
});

const schema = section({
  name: text.optional(),
  seed: text.optional(),
  to: z.union([text, z.partialRecord(z.enum(['ehr', 'lis', 'ris', 'pharmacy']), text)]).optional(),
  stages: z.array(stage).min(1).optional(),
  spacing: z.enum(['even', 'poisson']).optional(),
  closed: section({ users: whole(1, 10_000), for: duration }).optional(),
  messages: z.record(z.string(), weight).optional(),
  workflows: z.record(z.string(), weight).optional(),
  patients: whole(1, 10_000).optional(),
  version: z.enum(['2.3', '2.3.1', '2.4', '2.5', '2.5.1']).optional(),
  tls: certificates.optional(),
  connections: pool.optional(),
  connection: z.enum(['kept-open', 'per-message']).optional(),
  depth: whole(1, 10_000).optional(),
  acknowledgment: acknowledgment.optional(),
  queue: whole(1, 10_000_000).optional(),
  think: duration.optional(),
  warmUp: duration.optional(),
  size: size.optional(),
  faults: z.array(fault).optional(),
  resend: resend.optional(),
  farEndFaults: z.array(replyFault).optional(),
  sut: z.array(sutEvent).optional(),
  control: control.optional(),
  validate: validation.optional(),
  thresholds: z.array(threshold).optional(),
  abortOnFail: truth.optional(),
  farEnds: z.record(z.string(), farEnd).optional(),
  somewhere: z.array(text).optional(),
  identity: identity.optional(),
  late: duration.optional(),
  settle: duration.optional(),
  workers: whole(1, 256).optional(),
});
