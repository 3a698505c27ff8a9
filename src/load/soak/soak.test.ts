import { describe, expect, it, onTestFinished } from 'vitest';
import { realTimer } from '../../base/timer.js';
import type { LoadInterval } from '../../evidence/load-result.js';
import { completePlan } from '../plan/defaults.js';
import { Receiver } from '../receiver/receiver.js';
import { readBytes } from './memory-probe.js';
import { runSoak } from './run-soak.js';
import { soakOf } from './soak-summary.js';

const HOUR = { from: 0, to: 3_600 };

/** An hour, second by second. */
function hour(of: (second: number) => { readonly p99?: number; readonly errors?: number }): readonly LoadInterval[] {
  return Array.from({ length: 3_600 }, (_, second) => {
    const { p99 = 20 + (second % 7), errors = second % 5 === 0 ? 1 : 0 } = of(second);
    const response = { p50: 5 + (second % 3), p90: 10, p99, max: p99 };
    const counts = { offered: 100, sent: 100, acknowledged: 100, errors, dropped: 0, inFlight: 1 };
    return { second, ...counts, response, serviceP99: p99, latenessP99: 1 };
  });
}

const memory = (perSecond: number) => ({
  trouble: undefined,
  samples: Array.from({ length: 120 }, (_, n) => ({
    second: n * 30,
    bytes: 1e9 + perSecond * n * 30 + (n % 4) * 1e6,
  })),
});

describe('a soak', () => {
  it('is steady where nothing moves', () => {
    const soak = soakOf(
      hour(() => ({})),
      HOUR,
      { memory: memory(0), own: { live: memory(0).samples, resident: memory(100_000).samples } },
    );
    expect(soak).toMatchObject({ windowSeconds: 60, verdict: 'steady', remarks: [] });
    expect(soak.responseP99).toMatchObject({ windows: 60, trend: 'none' });
    expect(soak.memory?.samples).toHaveLength(120);
    expect(soak.harness).toMatchObject({ windows: 120, trend: 'none' });
    expect(soak.harnessResident).toMatchObject({ windows: 120, trend: 'rising' });
  });

  it('shows which figure rises, and how much', () => {
    const soak = soakOf(
      hour((second) => ({ p99: 20 + second / 360 })),
      HOUR,
      { memory: memory(100_000) },
    );
    expect(soak.verdict).toBe('worse');
    expect(soak.responseP99.perHour).toBeCloseTo(10, 1);
    expect(soak.memory?.perHour).toBeGreaterThan(3.5e8);
    expect(soak.remarks).toEqual([
      'the response time at p99 rose by 40 % of its mean over the run',
      expect.stringMatching(/^the memory of the system rose by 3\d % of its mean over the run$/),
    ]);
    const errors = soakOf(
      hour((second) => ({ errors: second > 1_800 && second % 10 === 0 ? 3 : 0 })),
      HOUR,
      {},
    );
    expect(errors).toMatchObject({ verdict: 'worse', errors: { trend: 'rising' } });
  });

  it('tells that Pipehat itself grows, and does not blame the system for it', () => {
    const soak = soakOf(
      hour(() => ({})),
      HOUR,
      { own: { live: memory(100_000).samples, resident: memory(0).samples } },
    );
    expect([soak.verdict, soak.harness?.trend]).toEqual(['steady', 'rising']);
    expect(soak.remarks).toEqual([expect.stringMatching(/^the memory of Pipehat itself rose by 3\d %/)]);
  });

  it('says what it cannot tell', () => {
    const soak = soakOf(
      hour(() => ({})).slice(0, 5),
      { from: 0, to: 5 },
      { memory: { samples: [], trouble: 'ps: not found' } },
    );
    expect(soak.verdict).toBe('unknown');
    expect(soak.remarks).toContain('the response time at p50 has too few figures for a slope: 5');
    expect(soak.remarks.at(-1)).toBe('the command for the memory of the system failed: ps: not found');
  });

  it('reads bytes with and without a unit', () => {
    expect(['123456\n', ' 1.5 MB', '2MiB', '10 kB'].map(readBytes)).toEqual([123_456, 1_500_000, 2_097_152, 10_000]);
    expect(['', 'rss 12', '12 parsecs'].map(readBytes)).toEqual([undefined, undefined, undefined]);
  });

  it('sees a system that becomes slower and larger while the run goes on', async () => {
    const timer = realTimer();
    let first: number | undefined;
    const receiver = new Receiver({
      listen: { port: 0, timer },
      timer,
      // A tenth of the time that it has been at work.
      serviceTime: {
        answerAt: (at) => {
          first ??= at;
          return at + (at - first) / 10;
        },
      },
      seed: 's',
    });
    expect(await receiver.open()).toBeUndefined();
    onTestFinished(() => receiver.close());
    const plan = completePlan({
      arrival: { kind: 'open', spacing: 'even', stages: [{ kind: 'constant', rate: 20, durationMs: 10_000 }] },
      targets: [{ host: '127.0.0.1', port: receiver.port }],
      connections: 64,
      patients: 1,
    });
    const memoryCommand = `"${process.execPath}" -p "Math.round(process.uptime()) + Date.now()"`;
    const run = await runSoak(plan, { memoryCommand }, { pipehat: '0.0.0' });
    const soak = run.kind === 'ran' ? run.result.soak : undefined;
    expect(soak).toMatchObject({ windowSeconds: 1, verdict: 'worse', responseP50: { trend: 'rising' } });
    expect(Math.abs((soak?.responseP50.perHour ?? 0) / 3_600 - 100)).toBeLessThan(30);
    expect(soak?.memory?.samples.length).toBeGreaterThan(4);
    expect(soak?.harness?.mean).toBeGreaterThan(1e7);
  });
});
