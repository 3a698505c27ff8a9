import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FINDING_CODES } from '../conformance/report/finding-codes.js';
import { EXIT } from './exit-codes.js';
import { Folder } from './testdata/folder.js';
import { admission } from './testdata/messages.js';
import { report, validated } from './testdata/validated.js';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

const file = (name: string, bytes: Buffer = admission('M1')): string => folder.file(name, bytes);
/** An admission without the required class of the patient. */
const wrong = (): Buffer => admission('M2', { '|I|': '||' });

const PROFILE = `
profile: { id: house, name: House, version: 1.0.0, hl7: 2.5.1, messages: [ADT^A01^ADT_A01], identifiers: [HOUSE] }
elements:
  PID-8: { usage: R, values: [M, F], requirement: REQ-PID-8 }
`;

describe('a message against the base standard', () => {
  it('that is right passes', async () => {
    const { code, text } = await validated([file('a.hl7')]);
    expect([code, text]).toEqual([EXIT.passed, expect.stringMatching(/^PASSED {2}1 message: 1 passed\n$/)]);
  });

  it('that is wrong fails, with its line and a mark under the place', async () => {
    const path = file('a.hl7', wrong());
    const { code, text } = await validated([path]);
    expect(code).toBe(EXIT.failed);
    expect(text).toContain('error  usage-required  PV1[1]-2[1]');
    expect(text).toContain(`${path}:4:1`);
    expect(text).toContain('     4 | PV1|1||4W^401^1^PHGH\n       | ^^^\n');
    expect(text).toMatch(/remedy {3}\S/);
    expect(text).toMatch(/FAILED {2}1 message: 1 failed; 1 error\n$/);
  });

  it('as JSON is the public contract', async () => {
    const path = file('a.hl7', wrong());
    const { code, messages, summary, pipehat } = await report([path]);
    expect(code).toBe(EXIT.failed);
    expect(pipehat).toMatch(/^\d+\.\d+\.\d+/);
    expect(messages).toEqual([
      { source: path, index: 1, profile: 'HL7-2.5.1-ADT_A01', findings: [expect.any(Object)] },
    ]);
    expect(messages[0].findings[0]).toMatchObject({
      section: 'structure',
      classification: 'Error',
      category: 'Usage',
      code: 'usage-required',
      path: 'PV1[1]-2[1]',
      line: 4,
      column: 1,
      causedBy: null,
    });
    expect(summary).toEqual({
      messages: 1,
      errors: 1,
      warnings: 0,
      alerts: 0,
      specificationErrors: 0,
      verdict: 'failed',
    });
  });
});

describe('a message against a profile', () => {
  it.each([
    ['a folder', 'profiles/house'],
    ['a file', 'profiles/house/profile.yaml'],
    ['a folder of profiles', 'profiles'],
  ])('named by %s', async (_, name) => {
    file('profiles/house/profile.yaml', Buffer.from(PROFILE));
    const { messages } = await report([file('a.hl7', admission('M1', { '|F\r': '|X\r' }))], {
      profile: [join(folder.path, name)],
    });
    expect(messages[0]).toMatchObject({
      profile: 'house',
      findings: [{ code: 'code-not-found', path: 'PID[1]-8[1]' }],
    });
  });

  it('that is for none is told, and the base standard may stand in', async () => {
    const profile = file('profiles/house/profile.yaml', Buffer.from(PROFILE));
    const other = file('b.hl7', admission('M1', { 'ADT^A01^ADT_A01': 'ORU^R01^ORU_R01' }));
    const without = await report([other], { profile: [profile] });
    expect(without).toMatchObject({
      code: EXIT.failed,
      messages: [{ profile: '', findings: [{ code: 'no-profile', path: 'MSH[1]-9[1]' }] }],
    });
    const withBase = await report([other, file('a.hl7')], { profile: [profile, 'base'] });
    expect(withBase.messages.map((message: { readonly profile: string }) => message.profile)).toEqual([
      'HL7-2.5.1-ORU_R01',
      'house',
    ]);
  });

  it('is judged by each profile that MSH-21 names', async () => {
    const first = file('p/one/profile.yaml', Buffer.from(PROFILE));
    const second = file(
      'p/two/profile.yaml',
      Buffer.from(PROFILE.replace('id: house', 'id: other').replace('HOUSE', 'OTHER')),
    );
    const both = file('a.hl7', admission('M1', { 'UNICODE UTF-8': 'UNICODE UTF-8|||HOUSE~OTHER' }));
    const { messages, summary } = await report([both, file('b.hl7')], { profile: [first, second] });
    expect(
      messages.map((one: { readonly index: number; readonly profile: string }) => [one.index, one.profile]),
    ).toEqual([
      [1, 'house'],
      [1, 'other'],
      [1, 'house'],
    ]);
    expect(messages[2].findings).toMatchObject([{ code: 'profile-ambiguous', classification: 'Warning' }]);
    expect(summary.messages).toBe(3);
  });

  it('may be chosen by hand', async () => {
    const profile = file(
      'p/profile.yaml',
      Buffer.from(PROFILE.replace('[ADT^A01^ADT_A01]', '[ADT^A01^ADT_A01, ADT^A03^ADT_A03]')),
    );
    const path = file('a.hl7');
    const { messages } = await report([path], { profile: [profile], message: 'ADT^A03' });
    expect(messages[0].findings).toContainEqual(expect.objectContaining({ code: 'message-event-mismatch' }));
    const mistake = await validated([path], { profile: [profile], message: 'ADT^A99' });
    expect(mistake).toMatchObject({
      code: EXIT.usage,
      errors: expect.stringMatching(/--message ADT\^A99: no message definition[\s\S]*ADT\^A01/),
    });
  });

  it('with defects is refused, all of them told with file, line and remedy', async () => {
    const broken = file(
      'p/profile.yaml',
      Buffer.from(PROFILE.replace('usage: R,', 'usage: Q,').replace('PID-8', 'PDI-8')),
    );
    const { code, errors, text } = await validated([file('a.hl7')], { profile: [broken] });
    expect([code, text]).toEqual([EXIT.usage, '']);
    expect(errors).toMatch(/the profile has \d+ defect/);
    expect(errors).toMatch(/profile\.yaml:4:\d+ .*\[[a-z-]+\]\n {6}\S/);
  });
});

describe('a rule that cannot be judged', () => {
  const profile = (): string =>
    file('p/profile.yaml', Buffer.from(`${PROFILE}  PV1: { must: { function: our.rule } }\n`));

  it('is not green, and can be allowed', async () => {
    const options = { profile: [profile()] };
    const path = file('a.hl7');
    expect((await report([path], options)).summary).toMatchObject({ specificationErrors: 1, verdict: 'untestable' });
    expect((await validated([path], options)).code).toBe(EXIT.incomplete);
    expect((await validated([path], { ...options, allowUntestable: true })).code).toBe(EXIT.passed);
  });

  it('is judged by a function of a module', async () => {
    const path = file('a.hl7');
    const rules = (answer: string): string =>
      file(`rules-${answer}.mjs`, Buffer.from(`export const rules = { 'our.rule': (element) => ${answer} };\n`));
    const using = (module: string) => report([path], { profile: [profile()], functions: [module] });
    expect((await using(rules('true'))).summary.verdict).toBe('passed');
    expect((await using(rules('false'))).summary.verdict).toBe('failed');
  });

  it.each([
    ['a module without rules', 'export const other = 1;', /exports no functions for rules/],
    ['a module that throws', 'throw new Error("broken");', /cannot be loaded: broken/],
  ])('%s is a mistake', async (_, code, expected) => {
    const module = file('rules.mjs', Buffer.from(code));
    expect(await validated([file('a.hl7')], { functions: [module] })).toMatchObject({
      code: EXIT.usage,
      errors: expect.stringMatching(expected),
    });
  });
});

describe('what fails', () => {
  it('is an error, or a warning on request', async () => {
    const path = file('a.hl7', admission('M1', { 'UNICODE UTF-8': 'UTF-8' }));
    expect((await validated([path])).code).toBe(EXIT.passed);
    expect((await validated([path], { failOn: 'warning' })).code).toBe(EXIT.failed);
  });
});

describe('the report', () => {
  it('may go to a file, for its owner alone', async () => {
    const output = join(folder.path, 'out', 'findings.xml');
    const { code, text } = await validated([file('a.hl7', wrong())], { format: 'junit', output });
    expect([code, text]).toEqual([EXIT.failed, '']);
    expect(readFileSync(output, 'utf8')).toMatch(/<testsuite .*failures="1"/);
    if (process.platform !== 'win32') expect(statSync(output).mode & 0o777).toBe(0o600);
  });

  it.each(['text', 'json', 'junit', 'sarif', 'html'])('exists as %s', async (format) => {
    const { text } = await validated([file('a.hl7', wrong())], { format });
    expect(text).toContain('usage-required');
  });

  it('that cannot be written is a mistake', async () => {
    const { code, errors } = await validated([file('a.hl7')], { output: join(file('b.hl7'), 'x') });
    expect([code, errors]).toEqual([EXIT.infrastructure, expect.stringMatching(/cannot be written/)]);
  });
});

describe('the catalogue of codes', () => {
  it('is printed for people', async () => {
    const { code, text } = await validated([], { codes: true });
    expect(code).toBe(EXIT.passed);
    for (const name of Object.keys(FINDING_CODES)) expect(text).toContain(`  ${name}  (`);
  });

  it('is printed as data', async () => {
    const { text } = await validated([], { codes: true, format: 'json' });
    const { codes } = JSON.parse(text);
    expect(codes).toHaveLength(Object.keys(FINDING_CODES).length);
    expect(codes[0]).toMatchObject({
      code: expect.any(String),
      meaning: expect.any(String),
      remedy: expect.any(String),
    });
  });
});

describe('mistakes', () => {
  it.each([
    ['no file', [], {}, EXIT.nothingRan, /no file is named/],
    ['a file that is not there', ['nowhere.hl7'], {}, EXIT.usage, /nowhere\.hl7: no such file/],
    ['a pattern without files', ['nowhere/*.hl7'], {}, EXIT.nothingRan, /no message found/],
    ['a profile that is not there', ['x'], { profile: ['nowhere'] }, EXIT.usage, /there is no profile "nowhere"/],
    ['an update of no baseline', ['x'], { updateBaseline: true }, EXIT.usage, /no baseline is named/],
    ['a reason for nothing', ['x'], { reason: 'r' }, EXIT.usage, /belong to --update-baseline/],
    ['a watch of standard input', ['-'], { watch: true }, EXIT.usage, /cannot watch standard input/],
  ])('%s', async (_, files, options, code, expected) => {
    expect(await validated(files, options)).toMatchObject({ code, errors: expect.stringMatching(expected) });
  });
});
