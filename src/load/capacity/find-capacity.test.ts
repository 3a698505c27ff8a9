import { describe, expect, it, onTestFinished } from 'vitest';
import { realTimer } from '../../base/timer.js';
import { dial } from '../../mllp/dial.js';
import { frame } from '../../mllp/frame.js';
import { completePlan } from '../plan/defaults.js';
import type { LoadPlan } from '../plan/load-plan.js';
import { Receiver } from '../receiver/receiver.js';
import { parseThresholds, type Threshold } from '../threshold/threshold.js';
import { type CapacityHooks, findCapacity } from './find-capacity.js';
import type { CapacityOptions } from './options.js';
import { knownServer, receiver } from './testdata/known-server.js';
import { capacityOf } from './testdata/queue-theory.js';

function thresholds(text: string): readonly Threshold[] {
  return parseThresholds(text).map((parsed) => {
    if (parsed.kind === 'mistake') throw new Error(parsed.what);
    return parsed.threshold;
  });
}

function planFor(port: number, more: Partial<LoadPlan> & { readonly spacing?: 'even' | 'poisson' } = {}): LoadPlan {
  const { spacing = 'even', ...rest } = more;
  return completePlan({
    arrival: { kind: 'open', spacing, stages: [{ kind: 'constant', rate: 1, durationMs: 1_000 }] },
    targets: [{ host: '127.0.0.1', port }],
    connections: 32,
    patients: 1,
    ...rest,
  });
}

/** The known server does not mind that the generator is late, so that nothing has to be tried again because of it. */
const QUICK: Partial<CapacityOptions> = {
  startRate: 100,
  precision: 0.03,
  attempts: 1,
  leastStepMs: 1_000,
  warmUpMs: 300,
  measuresRecovery: false,
};

async function found(
  plan: LoadPlan,
  slo: string,
  options: Partial<CapacityOptions>,
  hooks: Partial<CapacityHooks> = {},
) {
  const run = await findCapacity(plan, thresholds(slo), { ...QUICK, ...options }, { pipehat: '0.0.0', ...hooks });
  if (run.kind === 'failed') throw new Error(run.message);
  return run;
}

/** One server each: rates at which six of them leave most of a processor idle. */
const EVEN_MS = 4;
const POISSON_MS = 3;

/** A machine that has no time for this process for a fifth of the time shows in every percentile: then it is tried again. */
const QUIET = { retry: 2, timeout: 300_000 };

describe('findCapacity', () => {
  it('ends at the highest rate that is allowed', async () => {
    const { port, run } = await knownServer('serial:1ms');
    const options = { mostRate: 200, precision: 0.1 };
    const { capacity, result } = await found(planFor(port), 'response.p50 < 30ms', options, { run });
    expect(capacity).toMatchObject({ rate: 200, lower: 200, upper: 200, limitedBy: 'ceiling', repetitions: 3 });
    expect(capacity.confidence).toBe(0.875);
    expect(capacity.steps.map(({ rate, passed }) => [rate, passed])).toEqual(
      [100, 200, 200, 200, 200].map((rate) => [rate, true]),
    );
    expect(result).toMatchObject({ outcome: 'completed', capacity, thresholds: [{ passed: true }] });
  });

  /** With even arrivals it is one message in the service time; with independent ones the theory of M/D/1 tells at which rate half of them wait longer than the SLO allows. */
  it('finds the capacity of one server of fixed service time, three times of three', QUIET, async () => {
    const even = [1, 2, 3].map(async (n) => {
      const { port, run } = await knownServer(`serial:${EVEN_MS}ms`);
      const options = { measuresRecovery: n === 1 };
      const { capacity } = await found(planFor(port, { seed: `e${n}` }), 'response.p50 < 20ms', options, { run });
      return { kind: 'even', theory: 1_000 / EVEN_MS, capacity };
    });
    const poisson = [1, 2, 3].map(async (n) => {
      const { port, run } = await knownServer(`serial:${POISSON_MS}ms`);
      const plan = planFor(port, { seed: `p${n}`, spacing: 'poisson' });
      const { capacity } = await found(plan, 'response.p50 < 15ms', { precision: 0.04 }, { run });
      // Ticks of a millisecond on both sides belong to the response and not to the server: seen where nobody waits.
      const ticks = Math.min(...capacity.steps.map(({ response }) => response.p50)) - POISSON_MS;
      return { kind: 'poisson', theory: capacityOf(15 - ticks, 0.5, POISSON_MS) * 1_000, capacity };
    });
    const all = await Promise.all([...even, ...poisson]);
    for (const { kind, theory, capacity } of all) {
      const { rate, lower, upper, steps } = capacity;
      const figures = [rate, lower, upper, theory].map((value) => value.toFixed(1)).join(', ');
      process.stdout.write(`${kind}: rate, lower, upper, theory ${figures} in ${steps.length} steps\n`);
    }
    for (const { theory, capacity } of all) {
      expect(Math.abs(capacity.rate / theory - 1)).toBeLessThanOrEqual(0.05);
      expect(capacity.lower <= capacity.rate && capacity.rate <= capacity.upper).toBe(true);
    }
    // For a second half as much again, then half of it: the queue goes about as fast as it came.
    const recoveryMs = all[0]?.capacity.recoveryMs ?? 0;
    expect(recoveryMs).toBeGreaterThan(700);
    expect(recoveryMs).toBeLessThan(2_000);
  });

  it('says that the connections were the limit, where the system answers as quickly as ever', async () => {
    const plan = planFor(await receiver('constant:100ms'), { connections: 4 });
    const options = { startRate: 10, precision: 0.2, repetitions: 1, longestStepMs: 2_500 };
    const { capacity, result } = await found(plan, 'response.p90 < 300ms', options);
    expect(capacity.limitedBy).toBe('connections');
    expect(capacity.rate).toBeGreaterThan(28);
    expect(capacity.rate).toBeLessThan(52);
    expect(result.warnings.join()).toMatch(/connections were the limit/);
  });

  it('keeps the far ends open through all steps, and counts what is lost', async () => {
    const timer = realTimer();
    let sent = 0;
    let isLossy = false;
    let forward: (payload: Buffer) => void = () => {};
    const engine = new Receiver({
      listen: { port: 0, timer },
      timer,
      serviceTime: { answerAt: (at) => at },
      seed: 's',
      // Every fiftieth is accepted and forgotten, once the first step is over.
      onMessage: (payload) => void (isLossy && ++sent % 50 === 0 ? undefined : forward(Buffer.from(payload))),
    });
    expect(await engine.open()).toBeUndefined();
    onTestFinished(() => engine.close());
    let calls = 0;
    const onFarEnds = async ([port = 0]: readonly number[]): Promise<undefined> => {
      calls++;
      const line = await dial({ host: '127.0.0.1', port, timer }, { onEvent: () => {} });
      if (line.kind === 'failed') throw new Error(line.message);
      onTestFinished(() => line.connection.reset());
      forward = (payload) => void line.connection.write([{ kind: 'write', bytes: frame(payload) }]);
    };
    const farEnds = [{ name: 'lis', host: '127.0.0.1', port: 0, serviceTime: 'constant:0ms' }];
    const plan = planFor(engine.port, { farEnds, settleMs: 300 });
    const options = { startRate: 100, leastRate: 90, repetitions: 1, precision: 0.5 };
    const onStep = (): void => {
      isLossy = true;
    };
    const { capacity } = await found(plan, 'ledger.lost == 0', options, { onFarEnds, onStep });
    expect(calls).toBe(1);
    const [first, ...others] = capacity.steps;
    expect(first).toMatchObject({ passed: true, reason: 'ledger.lost == 0: 0' });
    expect(others.filter(({ passed }) => !passed).map(({ reason }) => reason)[0]).toMatch(
      /^ledger.lost == 0: it was [1-9]/,
    );
  });

  it('ends with what it has when it is stopped', async () => {
    const stop = new AbortController();
    const plan = planFor(await receiver('constant:1ms'));
    const seen: number[] = [];
    const onStep = ({ rate }: { readonly rate: number }): void => {
      seen.push(rate);
      if (seen.length === 2) stop.abort();
    };
    const { capacity, result } = await found(
      plan,
      'response.p50 < 1s',
      { startRate: 20 },
      { onStep, signal: stop.signal },
    );
    expect(seen).toEqual([20, 40]);
    expect(capacity).toMatchObject({ rate: 0, limitedBy: 'interrupted' });
    expect(result.outcome).toBe('interrupted');
  });

  it('says that nothing answers there', async () => {
    const { capacity, result } = await found(planFor(1), 'response.p50 < 1s', {});
    expect([capacity.rate, capacity.steps, result.outcome]).toEqual([0, [], 'unreachable']);
  }, 20_000);
});
