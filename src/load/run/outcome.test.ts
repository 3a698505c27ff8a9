import { describe, expect, it } from 'vitest';
import { partOf, planOf } from '../shard/testdata/shards.js';
import type { PartResult } from './part.js';
import { resultOf } from './result.js';

const RESPONSES = Array.from({ length: 10_000 }, (_, n) => 10 + (n % 50));

function warnings(change: (part: PartResult) => Partial<PartResult>): readonly string[] {
  const part = partOf(RESPONSES);
  return resultOf([{ ...part, ...change(part) }], {
    plan: planOf(),
    pipehat: '0.0.0',
    startedAt: '2027-01-15T08:00:00.000Z',
    types: ['ADT^A01'],
    messagesPerArrival: 1,
    outcome: 'completed',
    links: [],
    intervals: [],
    abortedBy: undefined,
  }).warnings;
}

/** As late as it took to answer. */
const late = ({ all }: PartResult) => ({ all: { ...all, lateness: all.response } });

describe('what limits the worth of the figures', () => {
  it('is nothing where the generator was in time', () => {
    expect(warnings(() => ({}))).toEqual([]);
  });

  it('is a generator that was late, and what to do depends on whether it was busy', () => {
    expect(warnings((part) => ({ ...late(part), busyShare: 0.7 }))).toEqual([
      expect.stringMatching(/^the generator was late by [\d.]+ ms at p99.*use more workers or machines$/),
    ]);
    expect(warnings((part) => ({ ...late(part), busyShare: 0.1 }))).toEqual([
      expect.stringMatching(/busy 10 % of the time, so that this machine is too busy with other things$/),
    ]);
  });

  it('is a worker that had no time left', () => {
    expect(warnings(() => ({ busyShare: 0.93 }))).toEqual([
      'a worker of the generator was busy 93 % of the time: add --workers',
    ]);
  });

  it('is another rate than the plan wanted', () => {
    expect(warnings(() => ({ lastSent: 20_000 }))).toEqual([
      '499.95 messages a second were sent where the plan wanted 1000',
    ]);
  });

  it('is what the system sends that is no answer', () => {
    expect(warnings(({ codes }) => ({ codes: { ...codes, junk: 3 } }))).toEqual([
      '3 times the system sent bytes that are no frame',
    ]);
  });
});
