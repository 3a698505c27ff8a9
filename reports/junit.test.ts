import { describe, expect, it } from 'vitest';
import { fold } from '../src/evidence/fold.js';
import { junit } from './junit.js';
import { hostile } from './testdata/hostile.js';
import { killedRun, specimenEntries, specimenRun } from './testdata/specimen.js';
import { xmlDefect } from './testdata/well-formed.js';

describe('junit', () => {
  it.each([
    ['specimen', specimenRun()],
    ['killed', killedRun()],
    ['hostile', hostile(specimenRun())],
  ])('is well-formed: %s', (_name, run) => expect(xmlDefect(junit(run))).toBeUndefined());

  it('counts what it holds', () => {
    const xml = junit(specimenRun());
    expect(xml).toContain('tests="16" failures="3" errors="1" skipped="2"');
    expect(xml.match(/<testcase /g)).toHaveLength(16);
    expect(xml.match(/<failure /g)).toHaveLength(3);
    expect(xml.match(/<error /g)).toHaveLength(1);
    expect(xml.match(/<skipped /g)).toHaveLength(2);
  });

  it('shows the step, the finding with its place, and expected and actual where they are codes', () => {
    const xml = junit(specimenRun());
    expect(xml).toContain('failed    Then the EHR receives a result conforming to profile');
    expect(xml).toContain('echo-altered at OBX[1]-11[1]');
    expect(xml).toContain('(expected C, actual F)');
  });

  it('replaces the values of patients in error texts by their place', () => {
    expect(junit(specimenRun())).toContain('expected [PID-3]');
  });

  it('is not green for a run that was cut off, even when every scenario in it passed', () => {
    const entries = specimenEntries();
    const second = entries.findIndex((entry) => entry.kind === 'scenario-started' && entry.scenario === 's2');
    const xml = junit(fold(entries.slice(0, second)));
    expect(xml).toContain('tests="2" failures="0" errors="1"');
    expect(xml).toContain('This run is incomplete');
  });

  it('is not green when only the run as a whole failed', () => {
    const entries = specimenEntries();
    const second = entries.findIndex((entry) => entry.kind === 'scenario-started' && entry.scenario === 's2');
    const end = { kind: 'run-finished', verdict: 'failed', interrupted: false, at: '' } as const;
    expect(junit(fold([...entries.slice(0, second), end]))).toContain('The run as a whole is failed.');
  });
});

describe('the check for well-formed XML', () => {
  it.each([
    '',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a>&x;</a>',
    '<a b="<"/>',
    '<a b=c/>',
    '<a>\u0000</a>',
    '<a/>x',
    '<a>1 < 2</a>',
  ])('refuses %j', (text) => expect(xmlDefect(text)).toBeDefined());

  it('accepts what is well-formed', () => {
    expect(xmlDefect('<?xml version="1.0"?>\n<a b="&quot;"><c/>text &amp; more</a>\n')).toBeUndefined();
  });
});
