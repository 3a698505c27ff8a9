import { describe, expect, it } from 'vitest';
import type { Finding } from '../../evidence/finding.js';
import { fingerprint } from './fingerprint.js';
import { readBaseline } from './read-baseline.js';
import { updatedBaseline, writeBaseline } from './write-baseline.js';

const finding: Finding = {
  section: 'structure',
  classification: 'Error',
  category: 'Usage',
  code: 'usage-required',
  path: 'PID[1]-3[2].4',
  line: 3,
  column: 17,
  message: 'missing',
};
const entry = {
  fingerprint: fingerprint(finding, 'p'),
  code: 'usage-required',
  path: 'PID-3.4',
  profile: 'p',
  who: 'A. Reviewer',
  why: 'mended in release 7',
  expires: '2025-12-31',
};

describe('the fingerprint of a finding', () => {
  it.each([
    ['another line and column', { line: 9, column: 1 }],
    ['another instance', { path: 'PID[2]-3[1].4' }],
    ['another sentence', { message: 'it is not there' }],
    ['another severity', { classification: 'Warning' as const }],
    ['another value', { actual: '4711' }],
  ])('survives %s', (_, change) => {
    expect(fingerprint({ ...finding, ...change }, 'p')).toBe(entry.fingerprint);
  });

  it.each([
    ['another element', { path: 'PID[1]-3[2].5' }],
    ['another code', { code: 'usage-unsupported' }],
    ['another rule', { rule: 'REQ-1' }],
  ])('changes with %s', (_, change) => {
    expect(fingerprint({ ...finding, ...change }, 'p')).not.toBe(entry.fingerprint);
  });

  it('changes with the profile, and with the code that was sent', () => {
    expect(fingerprint(finding, 'q')).not.toBe(entry.fingerprint);
    const [one, other] = ['X', 'Y'].map((actual) => fingerprint({ ...finding, section: 'value-set', actual }, 'p'));
    expect(one).not.toBe(other);
  });
});

describe('a baseline file', () => {
  it.each(['b.yaml', 'b.json'])('comes back as it was written: %s', (file) => {
    const result = readBaseline(writeBaseline([entry], file), file);
    expect(result).toEqual({ kind: 'baseline', baseline: { file, entries: new Map([[entry.fingerprint, entry]]) } });
  });

  it('may be empty', () => {
    expect(readBaseline(writeBaseline([], 'b.yaml'), 'b.yaml').kind).toBe('baseline');
    expect(readBaseline('', 'b.yaml').kind).toBe('baseline');
  });

  it.each([
    ['who', ''],
    ['why', ' '],
    ['expires', 'soon'],
    ['expires', '2025-02-30'],
    ['fingerprint', 'xyz'],
  ])('without %s is told with its place', (key, value) => {
    const result = readBaseline(JSON.stringify({ accepted: [{ ...entry, [key]: value }] }), 'b.json');
    expect(result).toMatchObject({ kind: 'defective', defects: [{ place: { file: 'b.json', line: 1 } }] });
  });
});

describe('an update of a baseline', () => {
  const before = { file: 'b.yaml', entries: new Map([[entry.fingerprint, entry]]) };
  const found = { ...entry, who: 'robot', why: 'found', expires: '2026-06-30' };

  it('keeps who, why and until when of what is still found', () => {
    const update = updatedBaseline(before, new Map([[found.fingerprint, found]]), '2025-06-01');
    expect(update).toEqual({ entries: [entry], added: 0, dropped: 0 });
  });

  it('makes an entry that has expired anew', () => {
    expect(updatedBaseline(before, new Map([[found.fingerprint, found]]), '2026-01-01').entries).toEqual([found]);
  });

  it('adds what is new and drops what is gone', () => {
    const other = { ...found, fingerprint: '0123456789abcdef' };
    const update = updatedBaseline(before, new Map([[other.fingerprint, other]]), '2025-06-01');
    expect(update).toEqual({ entries: [other], added: 1, dropped: 1 });
  });
});
