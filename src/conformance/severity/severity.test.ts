import { describe, expect, it } from 'vitest';
import type { Classification, Finding } from '../../evidence/finding.js';
import { FINDING_CODES } from '../report/finding-codes.js';
import { type AcceptedFinding, isExpired } from './baseline.js';
import { fingerprint } from './fingerprint.js';
import { PRESETS, presetNamed } from './preset.js';
import { readOverlay } from './read-overlay.js';
import { Severity, type SeveritySettings } from './severity.js';
import { tally, verdictOf } from './verdict.js';

function finding(code: string, classification: Classification = 'Error', facts: Partial<Finding> = {}): Finding {
  return {
    section: 'structure',
    category: 'Usage',
    code,
    classification,
    path: 'PID[1]-3[1]',
    line: 2,
    column: 5,
    message: 'm',
    ...facts,
  };
}

function settings(changes: Partial<SeveritySettings> & { readonly name?: string } = {}): SeveritySettings {
  const preset = presetNamed(changes.name ?? 'default');
  if (preset === undefined) throw new Error('no such preset');
  return { preset, overlay: [], today: '2025-06-01', verbose: false, ...changes };
}

function overlay(...entries: readonly string[]): SeveritySettings['overlay'] {
  const result = readOverlay(`overlay:\n${entries.map((one) => `  - { ${one}, reason: r }`).join('\n')}`, 'o.yaml');
  if (result.kind === 'defective') throw new Error(result.defects.map(({ message }) => message).join('; '));
  return result.rules;
}

const judged = (given: SeveritySettings, ...findings: readonly Finding[]): readonly string[] =>
  new Severity(given).judge(findings, 'p').findings.map(({ code, classification }) => `${code} ${classification}`);

describe('presets', () => {
  it('name codes and categories that there are', () => {
    const codes = Object.keys(FINDING_CODES);
    const categories = Object.values(FINDING_CODES).map(({ category }): string => category);
    for (const { code, category } of PRESETS.flatMap(({ rules }) => rules)) {
      if (code !== undefined)
        expect(
          codes.some((one) => code.test(one)),
          String(code),
        ).toBe(true);
      if (category !== undefined) expect(categories).toContain(category);
    }
  });

  it.each([
    ['default', 'length-too-long Warning'],
    ['strict', 'length-too-long Error'],
    ['lenient', ''],
    ['nist', 'length-too-long Warning'],
    ['cdc', 'length-too-long Warning'],
  ])('%s: a length', (name, expected) => {
    expect(judged(settings({ name }), finding('length-too-long', 'Warning', { category: 'Length' })).join()).toBe(
      expected,
    );
  });

  it.each([
    ['default', 'extra-element Error'],
    ['strict', 'extra-element Error'],
    ['lenient', 'extra-element Warning'],
    ['cdc', 'extra-element Warning'],
  ])('%s: an extra element', (name, expected) => {
    expect(judged(settings({ name }), finding('extra-element', 'Error', { category: 'Extra' })).join()).toBe(expected);
  });

  it.each([
    ['nist', 'usage-empty Warning'],
    ['cdc', ''],
  ])('%s: what may be empty', (name, expected) => {
    expect(judged(settings({ name }), finding('usage-empty', 'Warning')).join()).toBe(expected);
  });

  it.each([
    ['default', 'pipehat', false],
    ['lenient', 'pipehat', false],
    ['strict', 'pipehat', true],
    ['nist', 'nist', false],
    ['cdc', 'nist', false],
  ])('%s runs the engine in mode %s, verbose: %s', (name, mode, verbose) => {
    expect(new Severity(settings({ name })).mode).toMatchObject({ name: mode, verbose });
  });
});

describe('an overlay', () => {
  it.each([
    ['by code', 'code: usage-required, severity: Warning', 'usage-required Warning'],
    ['by a part of the code', 'code: "usage-*", severity: Alert', 'usage-required Alert'],
    ['by category', 'category: Usage, severity: off', ''],
    ['by path', 'path: PID-3, severity: Warning', 'usage-required Warning'],
    ['by another path', 'path: PID-31, severity: Warning', 'usage-required Error'],
    ['by rule', 'rule: "REQ-*", severity: Warning', 'usage-required Warning'],
    ['by another rule', 'rule: "REQ-2", severity: Warning', 'usage-required Error'],
    ['by profile', 'profile: p, severity: Warning', 'usage-required Warning'],
    ['by another profile', 'profile: q, severity: Warning', 'usage-required Error'],
    ['all conditions must be met', 'path: PID-3, code: extra-element, severity: off', 'usage-required Error'],
    ['to something quiet', 'path: PID, severity: Informational', ''],
  ])('%s', (_, entry, expected) => {
    expect(
      judged(settings({ overlay: overlay(entry) }), finding('usage-required', 'Error', { rule: 'REQ-1' })).join(),
    ).toBe(expected);
  });

  it('the last entry that fits decides', () => {
    const entries = overlay('path: PID, severity: Warning', 'code: usage-required, severity: Alert');
    expect(judged(settings({ overlay: entries }), finding('usage-required'))).toEqual(['usage-required Alert']);
  });

  it('that wakes something quiet makes the engine tell it', () => {
    const entries = overlay('code: usage-optional, severity: Warning');
    expect(new Severity(settings({ overlay: entries })).mode.verbose).toBe(true);
    expect(judged(settings({ overlay: entries }), finding('usage-optional', 'Informational'))).toEqual([
      'usage-optional Warning',
    ]);
  });

  it('for a place does not wake what is quiet there', () => {
    const entries = overlay('path: PID, severity: Error');
    expect(new Severity(settings({ overlay: entries })).mode.verbose).toBe(false);
    expect(judged(settings({ overlay: entries, verbose: true }), finding('usage-optional', 'Informational'))).toEqual([
      'usage-optional Informational',
    ]);
  });
});

describe('a baseline', () => {
  const accepted = finding('usage-required');
  const entry: AcceptedFinding = {
    fingerprint: fingerprint(accepted, 'p'),
    code: '',
    path: '',
    profile: '',
    who: 'w',
    why: 'y',
    expires: '2025-06-01',
  };
  const baseline = { file: 'b.yaml', entries: new Map([[entry.fingerprint, entry]]) };

  it('takes away what it accepts, on another line too, and nothing else', () => {
    const given = [{ ...accepted, line: 7 }, finding('usage-required', 'Error', { path: 'PID[1]-5[1]' })];
    const result = new Severity(settings({ baseline })).judge(given, 'p');
    expect(result.findings).toEqual([given[1]]);
    expect(result.accepted).toEqual([{ finding: given[0], entry }]);
    expect(result.expired).toEqual([]);
  });

  it('no longer counts after its day, and says so', () => {
    const result = new Severity(settings({ baseline, today: '2025-06-02' })).judge([accepted], 'p');
    expect(result).toEqual({ findings: [accepted], accepted: [], expired: [entry] });
    expect(isExpired(entry, '2025-06-01')).toBe(false);
  });

  it('of another profile accepts nothing', () => {
    expect(new Severity(settings({ baseline })).judge([accepted], 'q').findings).toEqual([accepted]);
  });
});

it('findings come in the order of the message', () => {
  const at = (line: number, column: number): Finding => finding('usage-required', 'Error', { line, column });
  const result = new Severity(settings()).judge([at(3, 1), at(2, 9), at(2, 5)], 'p');
  expect(result.findings.map(({ line, column }) => `${line}:${column}`)).toEqual(['2:5', '2:9', '3:1']);
});

describe('the verdict', () => {
  it.each([
    ['nothing', [], 'passed', 'passed'],
    ['a warning', ['Warning'], 'passed', 'failed'],
    ['an alert', ['Alert'], 'passed', 'failed'],
    ['a note', ['Informational'], 'passed', 'passed'],
    ['an error', ['Error'], 'failed', 'failed'],
    ['a rule that cannot be judged', ['Specification Error'], 'untestable', 'untestable'],
    ['that, and an error', ['Specification Error', 'Error'], 'failed', 'failed'],
  ] as const)('of %s', (_, classifications, onError, onWarning) => {
    const counts = tally(classifications.map((classification) => ({ classification })));
    expect([verdictOf(counts, 'error'), verdictOf(counts, 'warning')]).toEqual([onError, onWarning]);
  });
});
