import { z } from 'zod';
import type { IntervalSample } from '../measure/recorder.js';
import type { LoadPlan } from '../plan/load-plan.js';
import type { FarEndCounts } from '../run/far-end-part.js';

/** What is to be done, told once by the first coordinator of a run. */
export type Order = z.output<typeof order>;
export type Ready = z.output<typeof ready>;
/** When it begins, by the clock of the coordinator, and who is in it: told once. */
export type Start = z.output<typeof start>;
export type Abort = z.output<typeof abort>;
export type Live = z.output<typeof live>;
export type Ping = z.output<typeof ping>;

// Versions are compared before anything deep in these is touched, so that their shape is the one of this version.
const plan = z.custom<LoadPlan>((value) => has(value, 'arrival', 'targets', 'thresholds', 'farEnds'));
const sample = z.custom<IntervalSample>((value) => has(value, 'second', 'response', 'service', 'lateness'));
const counts = z.custom<FarEndCounts>((value) => has(value, 'delivered', 'damage'));

const agent = z.string().min(1);
const clock = z.object({ offsetMs: z.number(), uncertaintyMs: z.number() });

export const order = z.object({
  pipehat: z.string(),
  plan,
  of: z.number().int().positive(),
  prefix: z.string(),
  patienceMs: z.number(),
});
/** Who has a place; nobody again where the agent went away before the start. */
export const claim = z.object({ agent: z.string().nullable(), host: z.string() });
export const ready = z.object({ agent, clock });
export const start = z.object({ atEpochMs: z.number(), agents: z.record(z.string(), z.string()) });
export const abort = z.object({ reason: z.enum(['interrupted', 'threshold']), threshold: z.string().nullable() });
export const live = z.object({ agent, sample: sample.nullable(), counts: z.array(counts) });
export const failed = z.object({ agent, reason: z.string() });
export const ping = z.object({ agent, place: z.string() });
export const pong = z.object({ epochMs: z.number() });
export const invitation = z.object({ run: z.string() });

/** undefined for bytes that are no such message: somebody else may use the same server. */
export function readMessage<T>(schema: z.ZodType<T>, bytes: Uint8Array): T | undefined {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return undefined;
  }
}

function has(value: unknown, ...names: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && names.every((name) => name in value);
}
