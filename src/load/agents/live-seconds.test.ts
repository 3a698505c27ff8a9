import { describe, expect, it } from 'vitest';
import { Histogram } from '../measure/histogram.js';
import type { IntervalSample } from '../measure/recorder.js';
import { LiveSeconds } from './live-seconds.js';

const none = new Histogram().encode();

function sample(second: number, sent: number): IntervalSample {
  const counts = { offered: sent, sent, acknowledged: sent, errors: 0, dropped: 0, inFlight: 0, waiting: 0 };
  return { second, ...counts, response: none, service: none, lateness: none };
}

describe('LiveSeconds', () => {
  it('waits for every agent that lives, and for each of its workers', () => {
    const seconds = new LiveSeconds(2);
    const told = (): readonly number[] => seconds.whole(['0', '1']).map(({ sent }) => sent);
    seconds.take('0', sample(0, 1));
    seconds.take('0', sample(0, 10));
    expect(told()).toEqual([]);
    seconds.take('1', sample(0, 100));
    expect(told()).toEqual([]);
    seconds.take('1', sample(0, 1_000));
    expect(told()).toEqual([1_111]);
    expect(told()).toEqual([]);
  });

  it('goes on without one that is gone', () => {
    const seconds = new LiveSeconds(1);
    for (const second of [0, 1, 2]) seconds.take('0', sample(second, 1));
    seconds.take('1', sample(0, 10));
    expect(seconds.whole(['0', '1']).map(({ sent }) => sent)).toEqual([11]);
    expect(seconds.whole(['0']).map(({ second, sent }) => [second, sent])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('leaves out what comes when its second was told', () => {
    const seconds = new LiveSeconds(1);
    seconds.take('0', sample(0, 1));
    expect(seconds.whole(['0'])).toHaveLength(1);
    seconds.take('1', sample(0, 10));
    expect(seconds.whole(['0'])).toEqual([]);
  });

  it('does not wait for a second of which an agent lost the word', () => {
    const seconds = new LiveSeconds(1);
    seconds.take('0', sample(0, 1));
    seconds.take('0', sample(1, 1));
    seconds.take('1', sample(2, 10));
    expect(seconds.whole(['0', '1']).map(({ second }) => second)).toEqual([0]);
  });
});
