import { describe, expect, it } from 'vitest';
import { completePlan, type GivenPlan } from '../plan/defaults.js';
import { type LoadHooks, runLoad } from './run-load.js';
import { AnsweringSystem, headerField } from './testdata/answering-system.js';

async function ran(system: AnsweringSystem, given: Partial<GivenPlan> = {}, hooks: Partial<LoadHooks> = {}) {
  const plan = completePlan({
    arrival: { kind: 'open', spacing: 'even', stages: [{ kind: 'constant', rate: 200, durationMs: 1_000 }] },
    targets: [{ host: '127.0.0.1', port: system.port }],
    patients: 2,
    settleMs: 300,
    acknowledgmentTimeoutMs: 400,
    ...given,
  });
  const run = await runLoad(plan, { pipehat: '0.0.0', ...hooks });
  if (run.kind === 'failed') throw new Error(run.message);
  return run;
}

describe('faults of a plan', () => {
  it('strike the messages that were chosen, are told apart, and are no errors', async () => {
    const system = await AnsweringSystem.open();
    const faults = ['missing-end:on=every 50', 'byte-by-byte:on=every 20'];
    const { result } = await ran(system, { connections: 20, faults });
    expect(result).toMatchObject({ offered: 200, sent: 200, acknowledged: 196, timedOut: 4, lost: 0, dropped: 0 });
    expect(result.faults).toEqual({ 'missing-end': { timeout: 4 }, 'byte-by-byte': { AA: 8 } });
    expect([result.errors, result.codes]).toEqual([{}, { AA: 188 }]);
    expect(result.response.count).toBe(188);
    expect(system.got).toHaveLength(196);
  });

  it('cut the connection in a frame, and the run goes on over a new one', async () => {
    const system = await AnsweringSystem.open();
    const { result } = await ran(system, { faults: ['cut-connection-in-frame:on=every 40'] });
    expect(result).toMatchObject({
      offered: 200,
      acknowledged: 195,
      lost: 5,
      faults: { 'cut-connection-in-frame': { lost: 5 } },
    });
    expect(system.connections).toBeGreaterThan(8);
  });

  it('are the same ones whichever worker sends', async () => {
    const struck = async (workers: number) => {
      const system = await AnsweringSystem.open();
      const { result } = await ran(system, { workers, faults: ['byte-by-byte:on=0.1'] });
      return result.faults;
    };
    expect(await struck(3)).toEqual(await struck(1));
  });

  it('are not there where none was asked for', async () => {
    expect((await ran(await AnsweringSystem.open())).result).not.toHaveProperty('faults');
  });
});

describe('the acknowledgment policy', () => {
  const commitThenApplication = () => ['CA', 'AE'];

  it('both: the application acknowledgment behind the commit decides', async () => {
    const system = await AnsweringSystem.open(commitThenApplication, 5);
    const { result } = await ran(system, { acknowledgment: 'both' });
    expect(result).toMatchObject({ acknowledged: 200, codes: { AE: 200 }, errors: { AE: 200 } });
    expect([...headerField(system.got, 15), ...headerField(system.got, 16)]).toEqual(['AL', 'AL']);
  });

  it('accept: the commit decides, and what follows is nobody’s', async () => {
    const system = await AnsweringSystem.open(commitThenApplication, 5);
    const { result } = await ran(system, { acknowledgment: 'accept' });
    expect(result).toMatchObject({ acknowledged: 200, codes: { CA: 200, uncorrelated: 200 } });
    expect([...headerField(system.got, 15), ...headerField(system.got, 16)]).toEqual(['AL', 'NE']);
    expect(result.warnings.join()).toContain('an acknowledgment that names no message');
  });

  it('original: nothing is asked for in the header', async () => {
    const system = await AnsweringSystem.open();
    await ran(system);
    expect([...headerField(system.got, 15)]).toEqual(['']);
  });
});

describe('connections between a least and a most', () => {
  it('grow while messages wait, and no further', async () => {
    const system = await AnsweringSystem.open(() => ['AA'], 40);
    const { result } = await ran(system, { leastConnections: 1, connections: 6, acknowledgmentTimeoutMs: 5_000 });
    expect([system.connections, result.connections]).toEqual([6, 6]);
    expect(result.acknowledged).toBe(200);
  });

  it('stay few where few are enough', async () => {
    const system = await AnsweringSystem.open();
    const stages = [{ kind: 'constant', rate: 10, durationMs: 1_000 }] as const;
    const { result } = await ran(system, {
      arrival: { kind: 'open', spacing: 'even', stages },
      leastConnections: 2,
      connections: 50,
    });
    expect(result.connections).toBeLessThan(10);
  });

  it('are shared by the workers of a machine', async () => {
    const system = await AnsweringSystem.open();
    const { result } = await ran(system, { connections: 6, workers: 3 });
    expect([system.connections, result.connections]).toEqual([6, 6]);
  });
});

describe('validation at the far end', () => {
  const farEnds = [{ name: 'lis', host: '127.0.0.1', port: 0, serviceTime: 'constant:0ms' }];
  const withoutPatient = (payload: string, n: number): string =>
    n % 10 === 0 ? payload.replace(/\rPID[^\r]*/, '') : payload;

  it('counts findings by code, tells what it cost, and keeps what is wrong', async () => {
    const system = await AnsweringSystem.open();
    const run = await ran(
      system,
      { farEnds, validation: { profiles: ['base'], sample: 1 } },
      { onFarEnds: async ([port = 0]) => void (await system.deliversTo(port, withoutPatient)) },
    );
    expect(run.result.validation).toMatchObject({ messages: 200, failed: 20, unjudged: 0, sample: 1 });
    expect(Object.values(run.result.validation?.findings ?? {})).toContain(20);
    expect(run.result.validation?.cpuShare).toBeGreaterThan(0);
    const invalid = run.farEnds.flatMap(({ kept }) => kept).filter(({ outcome }) => outcome === 'invalid');
    expect(invalid.length).toBeGreaterThan(0);
    for (const { message, findings } of invalid) {
      expect(message).not.toContain('\rPID');
      expect(findings).not.toEqual([]);
    }
  });

  it('judges an even sample where it is told to', async () => {
    const system = await AnsweringSystem.open();
    const { result } = await ran(
      system,
      { farEnds, validation: { profiles: ['base'], sample: 0.05 } },
      { onFarEnds: async ([port = 0]) => void (await system.deliversTo(port)) },
    );
    expect(result.validation).toMatchObject({ messages: 10, failed: 0, findings: {} });
  });

  it('says so before the run where a profile is not there', async () => {
    const system = await AnsweringSystem.open();
    await expect(ran(system, { farEnds, validation: { profiles: ['/nowhere'], sample: 1 } })).rejects.toThrow(
      /lis: .*nowhere/,
    );
    expect(system.got).toEqual([]);
  });
});

describe('messages that are kept', () => {
  it('are those that failed, byte for byte, with the answer, and a few of the others', async () => {
    const system = await AnsweringSystem.open((_, n) => [n % 25 === 0 ? 'AR' : 'AA']);
    const { parts } = await ran(system);
    const kept = parts.flatMap((part) => part.kept);
    const refused = kept.filter(({ outcome }) => outcome === 'AR');
    expect(refused).toHaveLength(8);
    for (const { message, reply, controlId } of refused) {
      expect(system.got).toContain(message);
      expect(reply).toContain(`MSA|AR|${controlId}`);
    }
    expect(kept.filter(({ outcome }) => outcome === 'AA')).toHaveLength(20);
  });
});

describe('what is told while it runs', () => {
  it('names what the system keeps back as lost, before the end', async () => {
    const system = await AnsweringSystem.open();
    const lost: (number | undefined)[] = [];
    const stages = [{ kind: 'constant', rate: 20, durationMs: 6_000 }] as const;
    await ran(
      system,
      {
        arrival: { kind: 'open', spacing: 'even', stages },
        farEnds: [{ name: 'lis', host: '127.0.0.1', port: 0, serviceTime: 'constant:0ms' }],
      },
      { onProgress: ({ ledger }) => lost.push(ledger?.lost) },
    );
    expect(lost[0]).toBe(0);
    expect(lost.at(-1)).toBeGreaterThanOrEqual(20);
  }, 20_000);
});
