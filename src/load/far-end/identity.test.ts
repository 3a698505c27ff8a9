import { describe, expect, it, onTestFinished } from 'vitest';
import { realTimer } from '../../base/timer.js';
import type { LoadResult } from '../../evidence/load-result.js';
import { dial } from '../../mllp/dial.js';
import { frame } from '../../mllp/frame.js';
import { completePlan } from '../plan/defaults.js';
import { troublesOf } from '../plan/feasible.js';
import type { LoadPlan } from '../plan/load-plan.js';
import { Receiver } from '../receiver/receiver.js';
import { runLoad } from '../run/run-load.js';

const timer = realTimer();
const FAR_END = { name: 'lis', host: '127.0.0.1', port: 0, serviceTime: 'constant:0ms' };
const MESSAGES = 400;

/** What an engine delivers for the n-th message that it takes. */
type Pass = (payload: Buffer, n: number) => readonly Buffer[];

/** Gives everything a control id of its own. */
function renamed(payload: Buffer, n: number): Buffer {
  const fields = payload.toString('latin1').split('|');
  fields[9] = `ENGINE${n}`;
  return Buffer.from(fields.join('|'), 'latin1');
}

/** An engine that acknowledges what it gets, and passes on what `pass` makes of it, in one line. */
async function engine(pass: Pass) {
  let n = 0;
  let forward: (payload: Buffer) => void = () => {};
  const receiver = new Receiver({
    listen: { port: 0, timer },
    timer,
    serviceTime: { answerAt: (at) => at },
    seed: 's',
    onMessage: (payload) => {
      for (const one of pass(payload, n++)) forward(one);
    },
  });
  expect(await receiver.open()).toBeUndefined();
  onTestFinished(() => receiver.close());
  return async ([farEnd = 0]: readonly number[]) => {
    const line = await dial({ host: '127.0.0.1', port: farEnd, timer }, { onEvent: () => {} });
    if (line.kind === 'failed') throw new Error(line.message);
    onTestFinished(() => line.connection.reset());
    forward = (payload) => line.connection.post([{ kind: 'write', bytes: frame(payload) }], () => {});
    return [{ host: '127.0.0.1', port: receiver.port }];
  };
}

function planWith(more: Partial<LoadPlan>): LoadPlan {
  return completePlan({
    arrival: { kind: 'open', spacing: 'even', stages: [{ kind: 'constant', rate: MESSAGES, durationMs: 1_000 }] },
    targets: [{ host: '127.0.0.1', port: 0 }],
    farEnds: [FAR_END],
    connections: 1,
    patients: 3,
    settleMs: 300,
    ...more,
  });
}

async function ran(pass: Pass, more: Partial<LoadPlan>): Promise<LoadResult> {
  const run = await runLoad(planWith(more), { pipehat: '0.0.0', onFarEnds: await engine(pass) });
  if (run.kind === 'failed') throw new Error(run.message);
  return run.result;
}

const namesOf = ({ ledger }: LoadResult, kind: string): readonly number[] =>
  (ledger?.samples[kind] ?? []).map((id) => Number(id.slice(6)));

const CLEAN = { delivered: MESSAGES, lost: 0, duplicated: 0, reordered: 0, altered: 0, foreign: 0 };

/** Loses the tenth message, doubles the twentieth and changes a name in the thirtieth. */
const damaging: Pass = (payload, n) => {
  if (n === 10) return [];
  const one = renamed(payload, n);
  if (n === 20) return [one, renamed(payload, n + 1_000)];
  return [n === 30 ? Buffer.from(one.toString('latin1').replace('EVN|', 'EVN|X'), 'latin1') : one];
};

describe('the ledger of a system that gives messages ids of its own', () => {
  it('knows none of them by MSH-10', async () => {
    const { ledger } = await ran((payload, n) => [renamed(payload, n)], {});
    expect(ledger).toMatchObject({ delivered: 0, foreign: MESSAGES, lost: MESSAGES });
  });

  it.each(['PV1-19', 'PID-18.1', 'EVN-6'])('knows them by %s, which it passes on', async (identity) => {
    const { ledger, acknowledged } = await ran((payload, n) => [renamed(payload, n)], { identity });
    expect(acknowledged).toBe(MESSAGES);
    expect(ledger).toMatchObject(CLEAN);
  });

  it('names exactly what is lost, doubled and changed', async () => {
    const result = await ran(damaging, { identity: 'PV1-19' });
    expect(result.ledger).toMatchObject({ delivered: MESSAGES - 1, lost: 1, duplicated: 1, altered: 1, foreign: 0 });
    expect([namesOf(result, 'lost'), namesOf(result, 'duplicated'), namesOf(result, 'altered')]).toEqual([
      [10],
      [20],
      [30],
    ]);
  });
});

describe('the ledger of messages that are known by their content', () => {
  const identity = 'content';

  it('finds each of them, whatever id it has', async () => {
    const { ledger } = await ran((payload, n) => [renamed(payload, n)], { identity });
    expect(ledger).toMatchObject(CLEAN);
  });

  it('names what is lost and doubled; what is changed is lost, and foreign', async () => {
    const result = await ran(damaging, { identity });
    expect(result.ledger).toMatchObject({ delivered: MESSAGES - 2, lost: 2, duplicated: 1, altered: 0, foreign: 1 });
    expect([namesOf(result, 'lost'), namesOf(result, 'duplicated')]).toEqual([[10, 30], [20]]);
  });
});

describe('an identity that cannot be', () => {
  const workflow = [{ kind: 'workflow', name: 'inpatient', weight: 1 }] as const;

  it.each<[string, Partial<LoadPlan>, RegExp]>([
    ['a segment that the message has not', { identity: 'ORC-2' }, /ORC-2 cannot carry the id of every message/],
    ['a number that messages share', { identity: 'PV1-19', mix: workflow }, /messages of a workflow share PV1-19/],
    [
      'content over several machines',
      { identity: 'content', shard: { index: 0, of: 2 } },
      /the machine that sends them all/,
    ],
    ['no field', { identity: 'PID' }, /"PID" names no field/],
  ])('is told before the run: %s', (_, more, trouble) => {
    expect(troublesOf(planWith(more))).toEqual([expect.stringMatching(trouble)]);
  });

  it('is none where nothing is named', () => {
    expect(troublesOf(planWith({ mix: workflow }))).toEqual([]);
  });
});
