import { describe, expect, it } from 'vitest';
import type { AccountingRules } from './accounting-rules.js';
import { fold } from './fold.js';
import type { JournalEntry } from './journal-entry.js';
import { accountingOf } from './run-accounting.js';
import { manifest, message, reply } from './testdata/entries.js';

const RULES: AccountingRules = { identity: 'MSH-10', changes: [], lateMs: 60_000 };

function payload(id: string, patient = '1', name = 'DOE', order = 'P1'): string {
  return `MSH|^~\\&|A|A|B|B|20260301||ORM^O01|${id}|T|2.5.1\rPID|1||${patient}||${name}\rORC|NW|${order}\r`;
}

type More = { readonly at?: string; readonly faults?: readonly string[]; readonly lagMs?: number };
const sent = (id: string, text: string, more: More = {}): readonly JournalEntry[] => [
  { ...message(id, 'sent', 'ehr>sut', text), ...more } as JournalEntry,
  reply(id, 'AA', 'C'),
];
const delivered = (id: string, text: string, more: More = {}): readonly JournalEntry[] => [
  { ...message(id, 'received', 'sut>lis', text), ...more } as JournalEntry,
  reply(id, 'AA', 'C'),
  { kind: 'outcome', exchange: id, outcome: 'acknowledged', ...(more.faults && { faults: more.faults }) },
];

function wrong(entries: readonly (readonly JournalEntry[])[], rules: Partial<AccountingRules> = {}, role = 'engine') {
  const started = manifest({ sut: { name: 'S', role, addresses: [] }, accounting: { ...RULES, ...rules } });
  const accounting = accountingOf(fold([{ kind: 'run-started', manifest: started }, ...entries.flat()]));
  return accounting?.wrong.map(({ kind, exchange, faults, detail }) =>
    [kind, exchange.id, faults.join('+'), detail].filter((part) => part !== undefined && part !== '').join(' '),
  );
}

const LATER = '2024-05-02T08:05:00.000Z';

describe('the accounting of a run', () => {
  it('finds nothing wrong with what came out once, as it was sent', () => {
    expect(wrong([sent('x1', payload('C1')), delivered('x2', payload('C1'))])).toEqual([]);
  });

  it('names what is lost, with the fault that was active', () => {
    expect(wrong([sent('x1', payload('C1'), { faults: ['byte-by-byte'] })])).toEqual(['lost x1 byte-by-byte']);
  });

  it('names what is doubled, unless the system had a reason', () => {
    const twice = (more: More = {}) => [
      sent('x1', payload('C1')),
      delivered('x2', payload('C1'), more),
      delivered('x3', payload('C1')),
    ];
    expect(wrong(twice())).toEqual(['duplicated x3']);
    expect(wrong(twice({ faults: ['late-acknowledgment'] }))).toEqual([]);
  });

  it('takes what comes again when we were held up ourselves for right, and nothing that comes sooner', () => {
    const again = (lagMs: number, at = LATER) =>
      wrong([
        sent('x1', payload('C1'), { lagMs: 400 }),
        delivered('x2', payload('C1'), { lagMs: 400 }),
        delivered('x3', payload('C1'), { at, lagMs }),
      ]);
    expect(again(400 + 2_500)).toEqual([]);
    expect(again(400 + 2_000)).toEqual(['duplicated x3']);
    expect(again(400 + 2_500, '2024-05-02T08:00:05.000Z')).toEqual(['duplicated x3']);
  });

  it('names what a later message of the same patient has overtaken, and no other', () => {
    const both = (patient: string) => [
      sent('x1', payload('C1')),
      sent('x2', payload('C2', patient), { at: LATER }),
      delivered('x3', payload('C2', patient), { at: LATER }),
      delivered('x4', payload('C1'), { at: LATER }),
    ];
    expect(wrong(both('1'), { lateMs: 1e9 })).toEqual(['reordered x4 behind x2, which was sent later']);
    expect(wrong(both('2'), { lateMs: 1e9 })).toEqual([]);
  });

  it('names the fields that are not as they were sent, but those that are to be changed', () => {
    const changed = [sent('x1', payload('C1')), delivered('x2', payload('C1', '2', 'ROE'))];
    expect(wrong(changed)).toEqual(['altered x2 PID[1]-3, PID[1]-5']);
    expect(wrong(changed, { changes: ['PID-3'] })).toEqual(['altered x2 PID[1]-5']);
    expect(wrong(changed, { changes: ['PID'] })).toEqual([]);
    const cut = [sent('x1', payload('C1')), delivered('x2', payload('C1').replace('ORC|NW|P1\r', ''))];
    expect(wrong(cut)).toEqual(['altered x2 ORC']);
  });

  it('names what came too late', () => {
    const late = [sent('x1', payload('C1')), delivered('x2', payload('C1'), { at: LATER })];
    expect(wrong(late)).toEqual([expect.stringMatching(/^late x2 \d+ ms$/)]);
  });

  it('follows messages under new ids by a field, or by their content', () => {
    const renamed = [
      sent('x1', payload('C1')),
      sent('x2', payload('C2', '1', 'ROE')),
      delivered('x3', payload('E1')),
      delivered('x4', payload('E2', '1', 'ROE')),
    ];
    expect(wrong(renamed)).toEqual(['lost x1', 'lost x2']);
    expect(wrong(renamed, { identity: 'ORC-2' })).toEqual([]);
    expect(wrong(renamed, { identity: 'content' })).toEqual([]);
    expect(wrong(renamed.slice(0, 3), { identity: 'ORC-2' })).toEqual(['lost x2']);
    expect(wrong(renamed.slice(0, 3), { identity: 'content' })).toEqual(['lost x2']);
  });

  it('takes the parts of a message for one, and what is only about sequence numbers for none', () => {
    const [header = '', patient = '', order = ''] = payload('C1').split('\r');
    const parts = [
      sent('x1', `${header}\r${patient}\rDSC|P2\r`),
      sent('x2', `${header.replace('C1', 'C2')}||P2\r${order}\r`),
      sent('x3', `${header.replace('C1', 'C3')}|0\r`),
    ];
    expect(wrong([...parts, delivered('x4', payload('C1'))])).toEqual([]);
    expect(wrong(parts)).toEqual(['lost x1']);
    expect(wrong([...parts, delivered('x4', payload('C1', '2'))])).toEqual(['altered x4 PID[1]-3']);
    expect(wrong(parts.slice(0, 1))).toEqual([]);
  });

  it('is none where the system is an actor itself', () => {
    expect(wrong([sent('x1', payload('C1'))], {}, 'lis')).toBeUndefined();
  });
});
