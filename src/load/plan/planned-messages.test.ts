import { describe, expect, it } from 'vitest';
import { ArrivalSchedule } from '../arrival/arrival-schedule.js';
import type { Stage } from '../arrival/stage.js';
import { WHOLE } from '../arrival/stripe.js';
import { completePlan } from './defaults.js';
import { plannedMessages } from './planned-messages.js';

const targets = [{ host: '127.0.0.1', port: 1 }];
const STAGES: readonly Stage[] = [
  { kind: 'ramp', from: 0, to: 100, durationMs: 3_000 },
  { kind: 'sine', mean: 80, amplitude: 40, periodMs: 2_500, durationMs: 4_000 },
  { kind: 'spike', rate: 10, peak: 300, widthMs: 700, durationMs: 3_000 },
];
const plan = completePlan({ arrival: { kind: 'open', spacing: 'even', stages: STAGES }, targets });

describe('what a plan wants in each second', () => {
  it('is what its schedule holds, to less than a message', () => {
    const planned = plannedMessages(plan, 1);
    const schedule = new ArrivalSchedule({ stages: STAGES, spacing: 'even', seed: 's', stripe: WHOLE });
    const held = Array.from({ length: 10 }, () => 0);
    for (; !schedule.isOver(); schedule.advance())
      held[Math.floor(schedule.nextAt / 1_000)] = (held[Math.floor(schedule.nextAt / 1_000)] ?? 0) + 1;
    for (const [second, count] of held.entries())
      expect(Math.abs((planned?.(second) ?? 0) - count)).toBeLessThanOrEqual(1);
    expect(planned?.(10)).toBe(0);
  });

  it('leaves the warm-up out, and is a share for one machine of several', () => {
    const warm = plannedMessages({ ...plan, warmUpMs: 3_500, shard: { index: 0, of: 2 } }, 1);
    const whole = plannedMessages(plan, 1);
    expect(warm?.(2)).toBe(0);
    expect(warm?.(3)).toBeGreaterThan(0);
    expect(warm?.(3)).toBeLessThan((whole?.(3) ?? 0) / 2);
    expect(warm?.(4)).toBeCloseTo((whole?.(4) ?? 0) / 2, 2);
  });

  it('counts every message of a workflow', () => {
    const [one, ten] = [plannedMessages(plan, 1), plannedMessages(plan, 10)];
    expect(ten?.(4)).toBeCloseTo((one?.(4) ?? 0) * 10, 1);
  });

  it('is nothing where answers decide', () => {
    expect(
      plannedMessages(completePlan({ arrival: { kind: 'closed', users: 2, durationMs: 1_000 }, targets }), 1),
    ).toBeUndefined();
  });
});
