import { describe, expect, it } from 'vitest';
import { fold } from '../evidence/fold.js';
import type { JournalEntry } from '../evidence/journal-entry.js';
import { manifest } from '../evidence/testdata/entries.js';
import type { Verdict } from '../evidence/verdict.js';
import { suiteVerdict } from './suite-verdict.js';

/** A run with a scenario for each verdict. */
function run(...verdicts: readonly Verdict[]) {
  const at = '2026-03-01T08:00:00.000Z';
  return fold(
    verdicts.flatMap((verdict, n): readonly JournalEntry[] => {
      const scenario = `s${n + 1}`;
      const facts = { feature: 'A', uri: 'a.feature', line: 1, name: 'B', tags: [], steps: [] };
      return [
        { kind: 'scenario-started', scenario, ...facts, at },
        { kind: 'scenario-finished', scenario, verdict, durationMs: 1, at },
      ];
    }),
  );
}

const payload = (id: string, type: string): string =>
  Buffer.from(`MSH|^~\\&|A|A|B|B|20260301||${type}|${id}|T|2.5.1\rPID|1||1\r`).toString('base64');
const ack = (id: string): string =>
  Buffer.from(`MSH|^~\\&|B|B|A|A|20260301||ACK|K${id}|T|2.5.1\rMSA|AA|${id}\r`).toString('base64');

/** A green scenario with one message that was accepted and one that came out: `came` of it, and `filters` as configured. */
function passedOn(came: boolean, filters?: readonly string[], more: { faults?: string[]; to?: string } = {}) {
  const at = '2026-03-01T08:00:00.000Z';
  const { faults = [], to = 'lis' } = more;
  const links = [
    { name: 'ehr>sut', from: 'ehr', to: 'sut', address: '', tls: false },
    ...(to === '' ? [] : [{ name: `sut>${to}`, from: 'sut', to, address: '', tls: false }]),
  ];
  const about = {
    ...manifest({ links }),
    accounting: { identity: 'MSH-10', changes: [], lateMs: 1, ...(filters && { filters }) },
  };
  const raw = payload('C1', 'ADT^A31');
  const facts = { feature: 'A', uri: 'a.feature', line: 1, name: 'B', tags: [], steps: [] };
  return fold([
    { kind: 'run-started', manifest: about },
    { kind: 'scenario-started', scenario: 's1', ...facts, at },
    { kind: 'message', exchange: 'x1', direction: 'sent', link: 'ehr>sut', raw, at, faults },
    { kind: 'reply', exchange: 'x1', stage: 'accept', raw: ack('C1'), at, afterMs: 1 },
    ...(came
      ? [{ kind: 'message', exchange: 'x2', direction: 'received', link: 'sut>lis', raw, at, faults: [] } as const]
      : []),
    { kind: 'scenario-finished', scenario: 's1', verdict: 'passed', durationMs: 1, at },
  ]);
}

describe('a green run whose messages do not add up', () => {
  it('is red where the configuration states what the system filters, and that is something else', () => {
    expect(suiteVerdict(passedOn(true, []))).toBe('passed');
    expect(suiteVerdict(passedOn(false, []))).toBe('failed');
    expect(suiteVerdict(passedOn(false, ['ADT^A03', 'lis>sut ADT', 'AD']))).toBe('failed');
    expect(suiteVerdict(passedOn(false, ['ADT^A31']))).toBe('passed');
    expect(suiteVerdict(passedOn(false, ['ADT']))).toBe('passed');
    expect(suiteVerdict(passedOn(false, ['ehr>sut ADT^A31']))).toBe('passed');
  });

  it('is not red for what cannot be known, for what we have caused, and when it was stopped', () => {
    expect(suiteVerdict(passedOn(false))).toBe('passed');
    expect(suiteVerdict(passedOn(false, [], { to: '' }))).toBe('passed');
    expect(suiteVerdict(passedOn(false, [], { faults: ['byte-by-byte'] }))).toBe('passed');
    expect(suiteVerdict(passedOn(false, []), true)).toBe('passed');
  });
});

it.each<[readonly Verdict[], Verdict]>([
  [['passed', 'passed'], 'passed'],
  [['passed', 'pending'], 'pending'],
  [['pending', 'untestable', 'passed'], 'untestable'],
  [['untestable', 'failed', 'pending'], 'failed'],
  [['failed', 'harness-error', 'passed'], 'harness-error'],
  [[], 'untestable'],
])('a run of %j is %s', (verdicts, expected) => {
  expect(suiteVerdict(run(...verdicts))).toBe(expected);
});
