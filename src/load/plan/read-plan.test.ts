import { describe, expect, it } from 'vitest';
import { readPlan } from './read-plan.js';

const PLAN = `
name: Morning peak
to: { ehr: "mllp://127.0.0.1:2575", lis: "mllp://127.0.0.1:2576" }
stages:
  - { ramp: 0..500/s, for: 30s }
  - { constant: 500/s, for: 2m }
spacing: poisson
messages: { adt-a01: 3, oru-r01: 1 }
connections: 16
warmUp: 5s
size: 10 kB
thresholds: [ "response.p99 < 500ms", "ledger.lost == 0" ]
abortOnFail: true
farEnds:
  lis: { listen: "127.0.0.1:7001", expects: [ADT], serviceTime: "exponential:5ms" }
`;

function mistakes(text: string) {
  const result = readPlan(text);
  return result.kind === 'mistaken' ? result.mistakes.map(({ line, what }) => `${line} ${what}`) : [];
}

describe('a plan file', () => {
  it('reads what a person writes', () => {
    expect(readPlan(PLAN)).toMatchObject({
      kind: 'plan',
      plan: {
        name: 'Morning peak',
        to: { ehr: 'mllp://127.0.0.1:2575' },
        stages: [
          { kind: 'ramp', from: 0, to: 500, durationMs: 30_000 },
          { kind: 'constant', rate: 500, durationMs: 120_000 },
        ],
        messages: { 'adt-a01': 3, 'oru-r01': 1 },
        connections: 16,
        warmUp: 5_000,
        size: 10_000,
        thresholds: [{ text: 'response.p99 < 500ms' }, { text: 'ledger.lost == 0' }],
        abortOnFail: true,
        farEnds: { lis: { listen: '127.0.0.1:7001', expects: ['ADT'], serviceTime: 'exponential:5ms' } },
      },
    });
  });

  it('tells every mistake with its line', () => {
    const text =
      'stages:\n  - { ramp: fast, for: 30s }\nconections: 3\nthresholds: [ "speed > 1" ]\nsize: big\nmessages: { adt-a01: 0 }\n';
    expect(mistakes(text)).toEqual([
      expect.stringContaining('2 {"ramp":"fast","for":"30s"} is no stage'),
      expect.stringContaining('6 "0" is not a weight'),
      expect.stringContaining('5 "big" is not a size'),
      expect.stringContaining('4 "speed" is no metric'),
      expect.stringContaining('3 unknown key "conections"'),
    ]);
    expect(mistakes('a: [')).toHaveLength(1);
  });
});
