import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from './exit-codes.js';
import { Folder } from './testdata/folder.js';
import { admission } from './testdata/messages.js';
import { report, validated } from './testdata/validated.js';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

const put = (name: string, content: Buffer | string): string => folder.file(name, Buffer.from(content));
/** An admission without the required class of the patient. */
const WRONG = admission('M2', { '|I|': '||' });

interface Shown {
  readonly code: string;
  readonly classification: string;
}

async function findings(path: string, options: Parameters<typeof report>[1]): Promise<readonly string[]> {
  const { messages } = await report([path], options);
  return messages[0].findings.map(({ code, classification }: Shown) => `${code} ${classification}`);
}

describe('presets', () => {
  const unregistered = (): string => put('a.hl7', admission('M1', { 'UNICODE UTF-8': 'UTF-8' }));

  it.each([
    ['default', 'charset-unregistered Warning', EXIT.passed],
    ['strict', 'charset-unregistered Error', EXIT.failed],
    ['lenient', '', EXIT.passed],
    ['nist', '', EXIT.passed],
    ['cdc', '', EXIT.passed],
  ])('%s', async (severity, expected, code) => {
    const path = unregistered();
    const own = (await findings(path, { severity })).filter((one) => one.startsWith('charset'));
    expect(own.join()).toBe(expected);
    expect((await validated([path], { severity })).code).toBe(code);
  });

  it('that nobody knows is a mistake', async () => {
    expect(await validated([unregistered()], { severity: 'harsh' })).toMatchObject({ code: EXIT.usage });
  });

  it('tell what is right on request', async () => {
    const path = put('a.hl7', admission('M1'));
    expect(await findings(path, {})).toEqual([]);
    expect(await findings(path, { verbose: true })).toContainEqual(expect.stringMatching(/^code-member Affirmative$/));
  });
});

describe('an overlay', () => {
  it('changes how serious findings are', async () => {
    const overlay = put(
      'o.yaml',
      'overlay:\n  - { code: usage-required, path: PV1-2, severity: Warning, reason: agreed }\n',
    );
    const path = put('a.hl7', WRONG);
    expect(await findings(path, { overlay: [overlay] })).toEqual(['usage-required Warning']);
    const second = put('p.yaml', 'overlay:\n  - { path: PV1, severity: off, reason: not ours }\n');
    expect(await findings(path, { overlay: [overlay, second] })).toEqual([]);
  });

  it('with mistakes is refused with all of them', async () => {
    const overlay = put(
      'o.yaml',
      'overlay:\n  - { code: usage-requird, severity: off, reason: r }\n  - { path: PV1, severity: off }\n',
    );
    const { code, errors } = await validated([put('a.hl7', WRONG)], { overlay: [overlay] });
    expect(code).toBe(EXIT.usage);
    expect(errors).toMatch(/o\.yaml:2:\d+ .*usage-requird/);
    expect(errors).toMatch(/o\.yaml:3:\d+ .*"reason" is missing/);
  });

  it('that is not there is a mistake', async () => {
    expect(await validated(['x'], { overlay: ['nowhere.yaml'] })).toMatchObject({ code: EXIT.usage });
  });
});

describe('a baseline', () => {
  const accept = (path: string, baseline: string, options = {}) =>
    validated([path], {
      baseline,
      updateBaseline: true,
      acceptedBy: 'A. Reviewer',
      reason: 'release 7',
      expires: '2999-12-31',
      ...options,
    });

  it.each(['accepted.yaml', 'accepted.json'])('takes what is found: %s', async (name) => {
    const path = put('a.hl7', WRONG);
    const baseline = join(folder.path, name);
    const made = await accept(path, baseline);
    expect(made).toMatchObject({
      code: EXIT.passed,
      errors: expect.stringMatching(/wrote .*: 1 entry, 1 new, 0 gone/),
    });
    expect(readFileSync(baseline, 'utf8')).toContain('A. Reviewer');
    expect(await report([path], { baseline })).toMatchObject({
      code: EXIT.passed,
      summary: { errors: 0, accepted: 1, verdict: 'passed' },
    });
  });

  it('survives other lines, and accepts nothing else', async () => {
    const baseline = join(folder.path, 'b.yaml');
    await accept(put('a.hl7', WRONG), baseline);
    const shifted = WRONG.toString('utf8').replace('PV1|', 'NK1|1|DOE\rPV1|');
    expect((await report([put('b.hl7', shifted)], { baseline })).summary).toMatchObject({ errors: 0, accepted: 1 });
    const worse = shifted.replace('^MR||', '^MR||\\Q\\');
    const { code, messages } = await report([put('c.hl7', worse)], { baseline });
    expect(code).toBe(EXIT.failed);
    expect(messages[0].findings).toMatchObject([{ code: 'escape-unknown' }]);
  });

  it('that has expired counts again, and is named', async () => {
    const path = put('a.hl7', WRONG);
    const baseline = join(folder.path, 'b.yaml');
    await accept(path, baseline, { expires: '2020-01-31' });
    const { code, text } = await validated([path], { baseline });
    expect(code).toBe(EXIT.failed);
    expect(text).toContain('was accepted until 2020-01-31 by A. Reviewer: release 7');
    expect(text).toMatch(/no longer accepted: usage-required at PV1-2, until 2020-01-31 by A\. Reviewer: release 7/);
    expect((await report([path], { baseline })).summary.expired).toEqual([expect.stringContaining('PV1-2')]);
  });

  it('keeps its words when it is updated, and loses what is gone', async () => {
    const baseline = join(folder.path, 'b.yaml');
    await accept(put('a.hl7', WRONG), baseline);
    await validated([put('a.hl7', WRONG)], { baseline, updateBaseline: true });
    expect(readFileSync(baseline, 'utf8')).toContain('release 7');
    const { errors } = await validated([put('a.hl7', admission('M1'))], { baseline, updateBaseline: true });
    expect(errors).toMatch(/0 entries, 0 new, 1 gone/);
  });

  it('names its maker and a day where nobody does', async () => {
    const baseline = join(folder.path, 'b.json');
    await validated([put('a.hl7', WRONG)], { baseline, updateBaseline: true });
    const [entry] = JSON.parse(readFileSync(baseline, 'utf8')).accepted;
    expect(entry).toMatchObject({ who: expect.stringMatching(/./), why: expect.stringMatching(/not looked at yet/) });
    expect(entry.expires > new Date().toISOString().slice(0, 10)).toBe(true);
  });

  it.each([
    ['is not there', undefined, /cannot be read \(ENOENT\)[\s\S]*--update-baseline/],
    ['has mistakes', 'accepted:\n  - { who: x }\n', /b\.yaml:2:\d+ /],
  ])('that %s is a mistake', async (_, content, expected) => {
    const baseline = join(folder.path, 'b.yaml');
    if (content !== undefined) put('b.yaml', content);
    const outcome = await validated([put('a.hl7', WRONG)], { baseline });
    expect(outcome).toMatchObject({ code: EXIT.usage, errors: expect.stringMatching(expected) });
  });

  it('holds no value of a message', async () => {
    const baseline = join(folder.path, 'b.yaml');
    await accept(put('a.hl7', admission('M1', { '|F\r': '|Secret\r', AMELIA: 'A\\Q\\B' })), baseline);
    expect(readFileSync(baseline, 'utf8')).not.toMatch(/Secret|GRÜN|7000001|\\Q/);
  });
});
