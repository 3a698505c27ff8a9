import { describe, expect, it } from 'vitest';
import { MessageClock, runningClock, wallClock } from './clock.js';
import { never } from './never.js';
import { pause, realTimer } from './timer.js';

const START = new Date('2026-03-01T08:00:00Z');

describe('the message clock', () => {
  it('stands still until it is moved', async () => {
    const clock = new MessageClock(START);
    await pause(realTimer(), 5);
    expect(clock.now()).toEqual(START);
    expect(clock.advance(60_000)).toEqual(new Date('2026-03-01T08:01:00Z'));
    expect(clock.now()).toEqual(new Date('2026-03-01T08:01:00Z'));
  });

  it('gives a date of its own each time: who changes it does not move the clock', () => {
    const clock = new MessageClock(START);
    clock.now().setUTCFullYear(1999);
    clock.advance(0).setUTCFullYear(1999);
    expect(clock.now()).toEqual(START);
  });

  it('does not move with the date that it was started with', () => {
    const start = new Date(START);
    const clock = new MessageClock(start);
    start.setUTCFullYear(1999);
    expect(clock.now()).toEqual(START);
  });
});

describe('the running clock', () => {
  it('runs on from its start with the wall clock', async () => {
    const before = wallClock().getTime();
    const clock = runningClock(START);
    const after = wallClock().getTime();
    await pause(realTimer(), 20);
    const earliest = wallClock().getTime() - after;
    const passed = clock.now().getTime() - START.getTime();
    const latest = wallClock().getTime() - before;
    expect(passed).toBeGreaterThanOrEqual(earliest);
    expect(passed).toBeLessThanOrEqual(latest);
    expect(passed).toBeGreaterThan(0);
  });
});

describe('never', () => {
  it('says which variant was forgotten, should one get past the compiler', () => {
    expect(() => never({ kind: 'new' } as never)).toThrow('{"kind":"new"}');
  });
});
