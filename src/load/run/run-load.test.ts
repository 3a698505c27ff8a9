import { describe, expect, it, onTestFinished } from 'vitest';
import { realTimer } from '../../base/timer.js';
import type { LoadResult } from '../../evidence/load-result.js';
import { dial } from '../../mllp/dial.js';
import { frame } from '../../mllp/frame.js';
import { completePlan, type GivenPlan } from '../plan/defaults.js';
import { Receiver } from '../receiver/receiver.js';
import { parseServiceTime } from '../receiver/service-time.js';
import { parseThreshold, type Threshold } from '../threshold/threshold.js';
import { runLoad } from './run-load.js';

const timer = realTimer();

function threshold(text: string): Threshold {
  const parsed = parseThreshold(text);
  if (parsed.kind === 'mistake') throw new Error(parsed.what);
  return parsed.threshold;
}

/** An engine that passes on what it gets, but for what `pass` makes of it. */
async function engine(
  options: { readonly service?: string; readonly pass?: (payload: Buffer, n: number) => readonly Buffer[] } = {},
) {
  const service = parseServiceTime(options.service ?? 'constant:0ms');
  if (service.kind === 'mistake') throw new Error(service.what);
  let n = 0;
  let forward: (payload: Buffer) => void = () => {};
  const receiver = new Receiver({
    listen: { port: 0, timer },
    timer,
    serviceTime: service.make(),
    seed: 's',
    onMessage: (payload) => {
      for (const one of (options.pass ?? ((same) => [same]))(payload, n++)) forward(Buffer.from(one));
    },
  });
  expect(await receiver.open()).toBeUndefined();
  onTestFinished(() => receiver.close());
  return {
    port: receiver.port,
    async connect(port: number): Promise<undefined> {
      const line = await dial({ host: '127.0.0.1', port, timer }, { onEvent: () => {} });
      if (line.kind === 'failed') throw new Error(line.message);
      onTestFinished(() => line.connection.reset());
      forward = (payload) => void line.connection.write([{ kind: 'write', bytes: frame(payload) }]);
      return undefined;
    },
  };
}

async function ran(
  given: Partial<GivenPlan> & { readonly port: number },
  onFarEnds?: (ports: readonly number[]) => Promise<undefined>,
): Promise<LoadResult> {
  const { port, ...more } = given;
  const run = await runLoad(
    completePlan({
      arrival: { kind: 'open', spacing: 'even', stages: [{ kind: 'constant', rate: 400, durationMs: 1_000 }] },
      targets: [{ host: '127.0.0.1', port }],
      patients: 3,
      settleMs: 300,
      ...more,
    }),
    { pipehat: '0.0.0', ...(onFarEnds && { onFarEnds }) },
  );
  if (run.kind === 'failed') throw new Error(run.message);
  return run.result;
}

const FAR_END = { name: 'lis', host: '127.0.0.1', port: 0, serviceTime: 'constant:0ms' };

describe('runLoad', () => {
  it('sends the plan and tells what it has measured', async () => {
    const { port } = await engine();
    const result = await ran({ port, thresholds: [threshold('response.p99 < 5s'), threshold('dropped > 0')] });
    expect(result).toMatchObject({
      offered: 400,
      sent: 400,
      acknowledged: 400,
      outcome: 'completed',
      errors: {},
      codes: { AA: 400 },
    });
    expect(Math.abs(result.rate - 400) / 400).toBeLessThan(0.05);
    expect(result.thresholds.map(({ passed, actual }) => [passed, actual])).toEqual([
      [true, result.response.p99],
      [false, 0],
    ]);
    expect(result.byMessage['ADT^A01']).toMatchObject({ sent: 400 });
    expect(result.intervals.reduce((sum, { sent }) => sum + sent, 0)).toBe(400);
    expect(result.generator.cpuMicrosPerMessage).toBeGreaterThan(0);
  });

  it('splits a plan over workers whose union is the plan', async () => {
    const { port } = await engine();
    const single = await ran({ port });
    const several = await ran({ port, workers: 3 });
    expect(several).toMatchObject({ offered: single.offered, acknowledged: single.acknowledged });
    expect(several.response.count).toBe(400);
    expect(several.generator.workers).toBe(3);
  });

  it('balances what the engine accepted with what it delivered', async () => {
    const { port, connect } = await engine();
    const result = await ran({ port, farEnds: [FAR_END] }, ([farEnd = 0]) => connect(farEnd));
    expect(result.ledger).toMatchObject({ delivered: 400, lost: 0, duplicated: 0, altered: 0, foreign: 0 });
    expect(result.ledger?.endToEnd.count).toBe(400);
  });

  it('names exactly what an engine loses, doubles and changes', async () => {
    const pass = (payload: Buffer, n: number): readonly Buffer[] => {
      if (n === 10) return [];
      if (n === 20) return [payload, payload];
      return n === 30 ? [Buffer.from(payload.toString('latin1').replace('EVN|', 'EVN|X'), 'latin1')] : [payload];
    };
    const { port, connect } = await engine({ pass });
    const result = await ran(
      { port, connections: 1, farEnds: [FAR_END], thresholds: [threshold('ledger.lost == 0')] },
      ([farEnd = 0]) => connect(farEnd),
    );
    expect(result.ledger).toMatchObject({ delivered: 399, lost: 1, duplicated: 1, altered: 1 });
    const ids = Object.fromEntries(
      Object.entries(result.ledger?.samples ?? {}).map(([kind, list]) => [kind, list.map((id) => Number(id.slice(6)))]),
    );
    expect(ids).toMatchObject({ lost: [10], duplicated: [20], altered: [30] });
    expect(result.thresholds).toEqual([{ text: 'ledger.lost == 0', passed: false, actual: 1, aborted: false }]);
  });

  it('ends early where a threshold is broken and the plan wants it so', async () => {
    const { port } = await engine({ service: 'constant:40ms' });
    const stages = [{ kind: 'constant', rate: 1_500, durationMs: 20_000 }] as const;
    const result = await ran({
      port,
      connections: 4,
      arrival: { kind: 'open', spacing: 'even', stages },
      thresholds: [threshold('response.p99 < 20ms')],
      abortOnFail: true,
    });
    expect(result.outcome).toBe('aborted');
    expect(result.thresholds).toMatchObject([{ passed: false, aborted: true }]);
    expect(result.offered).toBeLessThan(20_000);
  });

  it('says that nothing answers there', async () => {
    const result = await ran({ port: 1, arrival: { kind: 'closed', users: 1, durationMs: 30_000 } });
    expect(result).toMatchObject({ outcome: 'unreachable', sent: 0 });
  }, 20_000);
});
