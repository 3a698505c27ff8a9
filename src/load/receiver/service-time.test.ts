import { describe, expect, it } from 'vitest';
import { rng } from '../../base/rng.js';
import { parseServiceTime, type ServiceTime } from './service-time.js';

function service(text: string): ServiceTime {
  const result = parseServiceTime(text);
  if (result.kind === 'mistake') throw new Error(result.what);
  return result.make();
}

function delays(text: string, count = 20_000): readonly number[] {
  const random = rng('delays', text);
  const time = service(text);
  return Array.from({ length: count }, () => time.answerAt(0, random)).sort((a, b) => a - b);
}

const at = (sorted: readonly number[], percent: number): number =>
  sorted[Math.floor((sorted.length * percent) / 100)] ?? 0;

describe('a service time', () => {
  it('is constant, or between two bounds', () => {
    expect(new Set(delays('constant:5ms', 10))).toEqual(new Set([5]));
    const uniform = delays('uniform:1ms..20ms');
    expect(uniform[0]).toBeGreaterThanOrEqual(1);
    expect(uniform.at(-1)).toBeLessThanOrEqual(20);
    expect(Math.abs(at(uniform, 50) - 10.5)).toBeLessThan(0.5);
  });

  it('follows a distribution', () => {
    expect(Math.abs(at(delays('exponential:10ms'), 50) - 10 * Math.LN2)).toBeLessThan(0.4);
    const logNormal = delays('log-normal:median=10ms,p99=80ms');
    expect(Math.abs(at(logNormal, 50) - 10)).toBeLessThan(0.6);
    expect(Math.abs(at(logNormal, 99) - 80)).toBeLessThan(8);
  });

  it('serves one after the other', () => {
    const time = service('serial:10ms');
    const random = rng('serial');
    expect([0, 0, 5, 100].map((instant) => time.answerAt(instant, random))).toEqual([10, 20, 30, 110]);
  });

  it('stalls at the end of every period', () => {
    const time = service('stall:every=2s,for=200ms');
    const random = rng('stall');
    expect([0, 1_799, 1_800, 1_999, 2_000, 3_900].map((instant) => time.answerAt(instant, random))).toEqual([
      0, 1_799, 2_000, 2_000, 2_000, 4_000,
    ]);
  });

  it.each(['constant:5', 'uniform:9ms..1ms', 'stall:every=1s,for=2s', 'log-normal:median=10ms', 'slow', ''])(
    'says what can be written instead of "%s"',
    (text) => {
      expect(parseServiceTime(text)).toMatchObject({
        kind: 'mistake',
        remedy: expect.stringContaining('exponential:10ms'),
      });
    },
  );
});
