import { describe, expect, it } from 'vitest';
import { gates } from './gates.js';
import type { GroupResult, SubjectResult } from './results.js';

function measured(subject: string, cpu: number, against?: number): SubjectResult {
  return {
    subject,
    cpuMicros: { minimum: cpu, median: cpu, repetitions: 3 },
    ...(against === undefined ? {} : { against: { ours: 'pipehat', times: against } }),
  };
}

function sides(client: number, server: number): Pick<SubjectResult, 'clientMicros' | 'serverMicros'> {
  const of = (minimum: number) => ({ minimum, median: minimum, repetitions: 3 });
  return { clientMicros: of(client), serverMicros: of(server) };
}

function group(title: string, cases: Readonly<Record<string, readonly SubjectResult[]>>): GroupResult {
  return { title, note: '', cases: Object.entries(cases).map(([id, subjects]) => ({ id, title: id, subjects })) };
}

const verdicts = (...groups: readonly GroupResult[]) =>
  gates(groups).map(({ name, measured: text, isMet }) => `${isMet ? 'met' : 'missed'} ${name}: ${text}`);

describe('gates', () => {
  it('judges only what was run', () => {
    expect(verdicts(group('Start', { start: [measured('pipehat --help', 150_000)] }))).toEqual([
      'met pipehat --help: 0.150 s of CPU',
    ]);
  });

  it('is missed at the limit of what must stay below it', () => {
    expect(verdicts(group('Start', { start: [measured('pipehat --help', 200_000)] }))).toEqual([
      'missed pipehat --help: 0.200 s of CPU',
    ]);
  });

  it('takes the nearest peer, the ping-pong not being one', () => {
    const cases = { one: [measured('net ping-pong', 5, 0.5), measured('a', 20, 2), measured('b', 9, 0.9)] };
    expect(verdicts(group('MLLP', cases))).toEqual([
      'missed MLLP: no slower than any peer in any case: 0.900x (nearest: b in one)',
    ]);
  });

  it('compares the huge message with the large one, in seconds and in growth', () => {
    const cases = { large: [measured('pipehat', 2_000)], huge: [measured('pipehat', 30_000)] };
    expect(verdicts(group('MLLP', cases))).toEqual([
      'met the largest message through MLLP: 0.0300 s of CPU',
      'missed it costs, against one of a tenth: 15.0x',
    ]);
  });

  it('judges a load by the figures behind its costs', () => {
    const own = (cpu: number, figures: Readonly<Record<string, number>>): readonly SubjectResult[] => [
      { ...measured('pipehat', cpu), ...sides(cpu, 8), figures },
    ];
    const cases = {
      'load-synchronous': own(20, {}),
      'load-pipelined': own(3, {}),
      'load-paced': own(30, { 'off the plan %': 0.2 }),
      'tools-stall': own(60, { 'response p99 ms': 179 }),
    };
    expect(verdicts(group('Load', cases))).toEqual([
      'met a message of the generator, 64 connections: 20.0 us of CPU',
      'missed the generator pipelined, one core for it and one for the receiver: 125,000/s',
      'missed 5,000 a second, off the plan: 0.200 %',
      'met stall oracle, off 180 ms: 1.00 ms',
    ]);
  });

  it('misses what was run without a figure', () => {
    const cases = { many: [{ subject: 'net ping-pong', notAvailable: 'it hung' }] };
    expect(verdicts(group('MLLP', cases))).toEqual([
      'missed transport at 64 connections, of the net ping-pong: not measured',
    ]);
  });
});
