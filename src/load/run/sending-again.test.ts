import { describe, expect, it } from 'vitest';
import { parseLoadFault } from '../fault/load-fault.js';
import { parseReplyFault } from '../fault/reply-fault.js';
import { completePlan, type GivenPlan } from '../plan/defaults.js';
import { type LoadHooks, runLoad } from './run-load.js';
import { AnsweringSystem } from './testdata/answering-system.js';

async function ran(system: AnsweringSystem, given: Partial<GivenPlan>, hooks: Partial<LoadHooks> = {}) {
  const plan = completePlan({
    arrival: { kind: 'open', spacing: 'even', stages: [{ kind: 'constant', rate: 200, durationMs: 1_000 }] },
    targets: [{ host: '127.0.0.1', port: system.port }],
    patients: 2,
    ...given,
  });
  const run = await runLoad(plan, { pipehat: '0.0.0', ...hooks });
  if (run.kind === 'failed') throw new Error(run.message);
  return run.result;
}

/** How often each message came, byte for byte. */
function timesOf(got: readonly string[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const payload of got) counts.set(payload, (counts.get(payload) ?? 0) + 1);
  return [...counts.values()];
}

describe('faults that send a message again', () => {
  it.each(['reset-before-ack:wait=5ms,on=every 40', 'duplicate-control-id:on=every 40'])(
    'send the very same bytes, and the message is one: %s',
    async (fault) => {
      const system = await AnsweringSystem.open();
      const result = await ran(system, { faults: [fault] });
      expect(result).toMatchObject({ offered: 200, sent: 200, acknowledged: 200, lost: 0, resent: 5, errors: {} });
      expect(Object.values(result.faults ?? {})).toEqual([{ AA: 5 }]);
      // The frame before a reset may or may not have been read.
      expect(timesOf(system.got)).toHaveLength(200);
      expect(system.got.length).toBeGreaterThanOrEqual(200);
      if (fault.startsWith('duplicate')) expect(timesOf(system.got).filter((times) => times === 2)).toHaveLength(5);
    },
  );

  it.each(['control-id-reused:on=0.1', 'out-of-order:on=0.1', 'pipelined:on=0.1', 'late-acknowledgment:on=0.1'])(
    'are not those that need the course of a scenario: %s',
    (text) => {
      expect(parseLoadFault(text)).toMatchObject({
        kind: 'mistake',
        what: expect.stringContaining('there is no fault'),
      });
    },
  );

  it.each(['reset-before-ack:on=0.1', 'outage:on=0.1', 'accept-then-close:on=0.1', 'late-acknowledgment'])(
    'are not those of a far end: %s',
    (text) => {
      expect(parseReplyFault(text)).toMatchObject({ kind: 'mistake' });
    },
  );
});

describe('a sender that does not give up', () => {
  const resending = { times: 5, afterMs: 10 };
  /** Rejects each message when it comes for the first time. */
  const rejecting = () => {
    const seen = new Set<string>();
    return (payload: string): readonly string[] => {
      const isNew = !seen.has(payload);
      seen.add(payload);
      return [isNew ? 'AR' : 'AA'];
    };
  };

  it('sends again what was rejected for now, under its id and with its time', async () => {
    const system = await AnsweringSystem.open(rejecting());
    const result = await ran(system, { resending });
    expect(result).toMatchObject({ acknowledged: 200, resent: 200, codes: { AA: 200 }, errors: {} });
    expect(timesOf(system.got)).toEqual(Array.from({ length: 200 }, () => 2));
  });

  it('gives up after as many times as it was told', async () => {
    const system = await AnsweringSystem.open(() => ['AR']);
    const result = await ran(system, { resending: { times: 2, afterMs: 1 } });
    expect(result).toMatchObject({ acknowledged: 200, resent: 400, codes: { AR: 200 } });
    expect(timesOf(system.got)).toEqual(Array.from({ length: 200 }, () => 3));
  });

  it('sends what was refused (AE) once, and without the wish everything once', async () => {
    const refusing = await AnsweringSystem.open(() => ['AE']);
    expect(await ran(refusing, { resending })).toMatchObject({ codes: { AE: 200 } });
    const system = await AnsweringSystem.open(rejecting());
    const result = await ran(system, {});
    expect(result).toMatchObject({ codes: { AR: 200 } });
    expect([result.resent, refusing.got.length, system.got.length]).toEqual([undefined, 200, 200]);
  });

  it('waits for a system that is away', async () => {
    const system = await AnsweringSystem.open();
    const { port } = system;
    await system.close();
    const opening = ran(
      system,
      { resending, sut: [{ action: 'stop', at: { kind: 'time', ms: 100 }, forMs: 200 }] },
      {
        onSut: async (action) => {
          if (action === 'start') await AnsweringSystem.open(() => ['AA'], 0, port);
          return undefined;
        },
      },
    );
    expect(await opening).toMatchObject({
      outcome: 'completed',
      offered: 200,
      acknowledged: 200,
      dropped: 0,
      errors: {},
    });
  });
});

describe('what a plan does to the system under test', () => {
  const kill = { action: 'kill', at: { kind: 'count', messages: 50 }, forMs: 20 } as const;

  it('is done at its time or count, taken back, and told', async () => {
    const system = await AnsweringSystem.open();
    const done: string[] = [];
    const onSut = async (action: string): Promise<undefined> => void done.push(action);
    const pause = { action: 'pause', at: { kind: 'time', ms: 200 }, forMs: 20 } as const;
    const stages = [{ kind: 'constant', rate: 100, durationMs: 2_500 }] as const;
    const arrival = { kind: 'open', spacing: 'even', stages } as const;
    const result = await ran(system, { arrival, sut: [kill, pause] }, { onSut });
    expect(done).toEqual(['pause', 'resume', 'kill', 'start']);
    expect(result.sut?.map(({ action, trouble }) => [action, trouble])).toEqual([
      ['pause', undefined],
      ['kill', undefined],
    ]);
    const [paused, killed] = result.sut ?? [];
    expect(paused?.atMs).toBeGreaterThanOrEqual(195);
    expect((killed?.untilMs ?? 0) - (killed?.atMs ?? 0)).toBeGreaterThanOrEqual(19);
  });

  it('is told as not done where it could not be, or the run was over', async () => {
    const system = await AnsweringSystem.open();
    const never = { action: 'stop', at: { kind: 'count', messages: 5_000 }, forMs: 20 } as const;
    const early = { action: 'kill', at: { kind: 'time', ms: 10 }, forMs: 20 } as const;
    const result = await ran(system, { sut: [early, never] }, { onSut: async () => 'no permission' });
    expect(result.sut).toEqual([
      { action: 'kill', atMs: expect.any(Number), trouble: 'no permission' },
      { action: 'stop', trouble: 'the run was over before' },
    ]);
    expect((await ran(system, { sut: [early] })).sut?.[0]?.trouble).toMatch(/nothing says how/);
  });
});
