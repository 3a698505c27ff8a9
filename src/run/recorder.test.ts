import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../evidence/fold.js';
import type { JournalEntry } from '../evidence/journal-entry.js';
import type { RunRecord, ScenarioRecord } from '../evidence/run-record.js';
import { Recorder } from './recorder.js';

const cwd = fileURLToPath(new URL('./testdata/recorded/', import.meta.url));

/** What cucumber tells of a real run of these features, recorded. */
async function recorded(...features: readonly string[]): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  const recorder = new Recorder((entry) => entries.push(entry), { cwd, bundledFolder: join(cwd, 'none') });
  const stdout = new Writable({ write: (_chunk, _encoding, done) => done() });
  const provided = { paths: [...features], import: ['recorded.steps.js'], format: [] };
  const { runConfiguration } = await loadConfiguration({ file: false, provided }, { cwd, stdout });
  await runCucumber(runConfiguration, { cwd, stdout }, (message) => {
    const started = message.testCaseStarted;
    recorder.take(message);
    if (started) told.push(recorder.facts(started.id));
    if (message.testCaseFinished) told.push(recorder.facts(message.testCaseFinished.testCaseStartedId));
  });
  return entries;
}

const told: unknown[] = [];
let entries: readonly JournalEntry[];
let run: RunRecord;
beforeAll(async () => {
  entries = await recorded('recorded.feature', 'empty.feature');
  run = fold(entries);
});

function scenario(name: string): ScenarioRecord {
  const found = run.scenarios.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no scenario "${name}" was recorded`);
  return found;
}

describe('the recorder', () => {
  it('names each scenario with its place, its tags and the feature that it belongs to', () => {
    expect(run.scenarios.map(({ id, name }) => `${id} ${name}`)).toEqual([
      's1 All is well',
      's2 A bed',
      's3 A bed',
      's4 A failed expectation',
      's5 A prerequisite is missing',
      's6 A person has to look',
      's7 Nobody has defined it',
      's8 Two have defined it',
      's9 A hook that breaks',
      's10 Empty',
    ]);
    expect(scenario('A failed expectation')).toMatchObject({
      feature: 'A stay',
      uri: 'recorded.feature',
      line: 28,
      tags: ['@adt', '@REQ-ADT-001', '@must-fail'],
      requirements: ['REQ-ADT-001'],
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
  });

  it('writes steps down as the feature has them, with those of every background, parameters and tables filled in', () => {
    const steps = (id: string) =>
      run.scenarios.find((one) => one.id === id)?.steps.map(({ keyword, text, line }) => `${line} ${keyword} ${text}`);
    expect(steps('s3')).toEqual(['6 Given a patient', '15 Then the bed is "B"']);
    expect(steps('s4')).toEqual([
      '6 Given a patient',
      '25 Given another patient',
      '29 When an expectation fails',
      '30 Then the bed is "A"',
    ]);
    expect(scenario('All is well').steps[2]?.table).toEqual([
      ['PID-5', 'DOE'],
      ['PID-7', '/\\d+/'],
    ]);
  });

  it('gives each step its status, and the one that failed its error', () => {
    const { steps } = scenario('A failed expectation');
    expect(steps.map(({ status }) => status)).toEqual(['passed', 'passed', 'failed', 'skipped']);
    expect(steps[2]?.error).toContain('OBX-5: expected 4.1, actual 6.1');
    const statuses = ['Nobody has defined it', 'Two have defined it', 'A person has to look'];
    expect(statuses.map((name) => scenario(name).steps.at(-1)?.status)).toEqual(['undefined', 'ambiguous', 'pending']);
  });

  it('keeps what a step has attached with that step, as base64', () => {
    const [first, second] = scenario('All is well').steps;
    expect(first?.attachments).toEqual([]);
    expect(second?.attachments).toEqual([
      { mediaType: 'text/plain', body: Buffer.from('seen').toString('base64') },
      { mediaType: 'image/png', name: 'ward.png', body: 'AQID' },
    ]);
  });

  it.each([
    ['All is well', 'passed', undefined],
    ['A failed expectation', 'failed', 'system under test'],
    ['A prerequisite is missing', 'untestable', undefined],
    ['A person has to look', 'pending', undefined],
    ['Nobody has defined it', 'harness-error', 'harness'],
    ['Two have defined it', 'harness-error', 'harness'],
    ['A hook that breaks', 'harness-error', 'harness'],
  ])('judges "%s": %s', (name, verdict, blame) => {
    expect(scenario(name)).toMatchObject({ verdict, ...(blame && { blame }) });
    if (blame === undefined) expect(scenario(name).blame).toBeUndefined();
  });

  it('names the hook that failed', () => {
    const failures = entries.filter(({ kind }) => kind === 'hook-failed');
    expect(failures).toEqual([
      {
        kind: 'hook-failed',
        scenario: 's9',
        name: 'close the door',
        error: expect.stringContaining('the door is stuck'),
      },
    ]);
  });

  it('tells which scenario a running test case is, and that a finished one is none', () => {
    expect(told.slice(0, 6)).toEqual([
      { id: 's1', uri: 'recorded.feature', name: 'All is well', row: 0 },
      undefined,
      { id: 's2', uri: 'recorded.feature', name: 'A bed', row: 0 },
      undefined,
      { id: 's3', uri: 'recorded.feature', name: 'A bed', row: 1 },
      undefined,
    ]);
  });

  it('finds a scenario without steps untestable', () => {
    expect(scenario('Empty')).toMatchObject({ verdict: 'untestable', reason: 'the scenario has no steps', steps: [] });
  });
});
