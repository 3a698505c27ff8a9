import { wallClock } from '../../src/base/clock.js';
import { completePlan } from '../../src/load/plan/defaults.js';
import { localPart } from '../../src/load/run/local-part.js';
import type { PartResult } from '../../src/load/run/part.js';
import { makeMix } from '../../src/load/template/make-mix.js';
import { answerQuestions } from '../process/channel.js';
import { cpuMicros } from '../process/cpu.js';
import type { Drive, DriveResult } from './drive.js';

/** Our own generator: one worker of a run, with its ledger, its histograms by type and its seconds. */
answerQuestions<Drive, DriveResult>(async (drive) => {
  if (drive.warmUpMs > 0) await run({ ...drive, ms: drive.warmUpMs });
  return run(drive);
});

/** Between the order and the first arrival: connections are made. */
const LEAD_MS = 200;
const MEGA = 1_000_000;

async function run(drive: Drive): Promise<DriveResult> {
  const plan = planOf(drive);
  const memory: number[] = [];
  const onInterval = (): void => {
    if (!drive.watchesMemory) return;
    globalThis.gc?.();
    memory.push(process.memoryUsage.rss());
  };
  const stripe = { index: 0, of: 1 };
  const order = { plan, mix: makeMix(plan).data, stripe, prefix: 'Lbench', wantsAccepted: true };
  const part = localPart(order, { onInterval });
  globalThis.gc?.();
  const before = cpuMicros();
  const from = performance.now();
  const result = await part.run(wallClock().getTime() + LEAD_MS);
  const messages = result.all.acknowledged;
  return {
    messages,
    ms: performance.now() - from - LEAD_MS,
    cpuMicros: cpuMicros() - before,
    figures: figuresOf(result, drive, memory),
  };
}

function planOf({ port, connections, depth, rate, ms }: Drive) {
  const users = connections * depth;
  return completePlan({
    arrival:
      rate === undefined
        ? { kind: 'closed', users, durationMs: ms }
        : { kind: 'open', spacing: 'even', stages: [{ kind: 'constant', rate, durationMs: ms }] },
    targets: [{ host: '127.0.0.1', port }],
    connections,
    depth,
    patients: 8,
  });
}

function figuresOf(
  { all, firstSent, lastSent }: PartResult,
  { rate }: Drive,
  memory: readonly number[],
): DriveResult['figures'] {
  const unanswered = all.offered - all.acknowledged;
  const sentRate = ((all.sent - 1) * 1_000) / ((lastSent ?? 0) - (firstSent ?? 0));
  return {
    ...(unanswered > 0 && { 'not answered': unanswered }),
    'response p99 ms': all.response.p99,
    'service p99 ms': all.service.p99,
    ...(rate !== undefined && {
      'lateness p50 ms': all.lateness.p50,
      'lateness p99 ms': all.lateness.p99,
      'off the plan %': 100 * Math.abs(sentRate / rate - 1),
    }),
    ...(memory.length > 0 && {
      messages: all.sent,
      'MB at first': (memory[Math.floor(memory.length / 10)] ?? 0) / MEGA,
      'MB at the end': (memory.at(-1) ?? 0) / MEGA,
      'MB a million messages': slope(memory) / (all.sent / memory.length),
    }),
  };
}

/** Least squares over the second half, since the collector's heap grows to its size in the first: per sample. */
function slope(all: readonly number[]): number {
  const values = all.slice(Math.floor(all.length / 2));
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [above, below] = values.reduce<readonly [number, number]>(
    ([a, b], value, n) => [a + (n - middle) * (value - mean), b + (n - middle) ** 2],
    [0, 0],
  );
  return below === 0 ? 0 : above / below;
}
