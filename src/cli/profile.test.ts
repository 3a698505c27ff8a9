import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from './exit-codes.js';
import { convert } from './profile/convert.js';
import { diff } from './profile/diff.js';
import { lint } from './profile/lint.js';
import { show } from './profile/show.js';
import { Recorder } from './testdata/recorder.js';

const SITE = `profile: { id: site, name: A site, hl7: 2.5.1, message: ADT^A01^ADT_A01 }
elements:
  PID-3: { usage: R, cardinality: 1..3, requirement: REQ-1 }
  PV1-3: { usage: C(R/X), when: { equals: [PV1-2, I] } }
`;

let folder: string;
let terminal: Recorder;
const file = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipehat-profile-'));
  writeFileSync(file('site.yaml'), SITE);
  writeFileSync(file('doubtful.yaml'), `${SITE}  PID-8: { usage: R, cardinality: 0..1 }\n`);
  writeFileSync(file('broken.yaml'), `${SITE}  PIT-3: R\n  PID-99: R\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  terminal = new Recorder();
});

describe('profile lint', () => {
  it('finds nothing in a profile that is right', () => {
    expect(lint([file('site.yaml')], { format: 'text' }, terminal)).toBe(EXIT.passed);
    expect(terminal.text).toBe(`${file('site.yaml')} (site): 1 message, nothing found`);
  });

  it('tells what is doubtful, with its place and what to do', () => {
    expect(lint([file('doubtful.yaml')], { format: 'text', rules: true }, terminal)).toBe(EXIT.failed);
    expect(terminal.lines.slice(0, 3)).toEqual([
      `${file('doubtful.yaml')}:5:3  warning: PID-8 is required and may occur 0..1 [cardinality-against-usage]`,
      '    make the minimum 1, or the usage RE',
      `${file('doubtful.yaml')} (site): 1 message, 1 warning`,
    ]);
    expect(terminal.text).toMatch(/^never-fails {2,}A statement can never fail/m);
  });

  it('tells everything that is wrong with one that does not load, and goes on to the next', () => {
    expect(lint([file('broken.yaml'), file('site.yaml')], { format: 'text' }, terminal)).toBe(EXIT.usage);
    expect(terminal.text).toMatch(/broken\.yaml:5:3 {2}error: there is no PIT[\s\S]*broken\.yaml:6:3 {2}error/);
    expect(terminal.text).toContain('does not load, 2 errors');
    expect(terminal.lines.at(-1)).toMatch(/site\.yaml \(site\): 1 message, nothing found$/);
  });

  it('speaks JSON', () => {
    lint([file('broken.yaml'), file('doubtful.yaml')], { format: 'json' }, terminal);
    expect(JSON.parse(terminal.text)).toMatchObject({
      pipehat: expect.stringMatching(/^\d/),
      profiles: [
        { id: null, defects: [{ severity: 'error', code: 'unknown-element', place: { line: 5 } }, {}] },
        { id: 'site', messages: 1, defects: [{ severity: 'warning', code: 'cardinality-against-usage' }] },
      ],
      summary: { profiles: 2, errors: 2, warnings: 1 },
    });
  });

  it('finds nothing wrong with the profiles of the package', () => {
    lint(['pipehat:'], { format: 'text' }, terminal);
    expect(terminal.text).not.toContain('error:');
  });
});

describe('profile show', () => {
  const options = { depth: 'segments', format: 'text' } as const;

  it('shows a tree', () => {
    expect(show(file('site.yaml'), options, terminal)).toBe(EXIT.passed);
    expect(terminal.text).toMatch(/^A site\n[\s\S]*\n {2}PID +R +1\.\.1 +Patient Identification\n/);
  });

  it('shows one element in full', () => {
    show(file('site.yaml'), { ...options, path: 'PV1-3' }, terminal);
    expect(terminal.text).toContain('- If PV1-2 is "I". (R if so, else X)');
  });

  it('speaks JSON', () => {
    show(file('site.yaml'), { ...options, format: 'json', path: 'PID-3' }, terminal);
    const { messages } = JSON.parse(terminal.text);
    expect(messages[0].children).toMatchObject([{ label: 'PID-3', cardinality: '1..3', requirement: 'REQ-1' }]);
    expect(messages[0].children[0].children).toHaveLength(10);
  });

  it('writes a page', () => {
    show(file('site.yaml'), { ...options, format: 'html', output: file('out/page.html') }, terminal);
    expect(readFileSync(file('out/page.html'), 'utf8')).toMatch(/^<!doctype html>[\s\S]*REQ-1/);
    expect(terminal.errors).toEqual([`${file('out/page.html')} written`]);
  });

  it('takes a message of the standard', () => {
    show('base:2.3:ADT^A04', options, terminal);
    expect(terminal.text).toContain('HL7 2.3');
    show('base:2.5.1:ORM_O01', options, terminal);
    expect(terminal.text).toContain('OBR|RQD|RQ1|RXO|ODS|ODT');
  });

  it.each([
    [{ path: 'PIT-3' }, 'site.yaml', /has nothing at PIT-3/, EXIT.usage],
    [{ format: 'html', path: 'PID-3' }, 'site.yaml', /--path is for trees/, EXIT.usage],
    [{ output: 'site.yaml/x' }, 'site.yaml', /cannot be written/, EXIT.infrastructure],
    [{}, 'broken.yaml', /has 2 defects\n[\s\S]*broken\.yaml:5:3/, EXIT.usage],
    [{}, 'nowhere.yaml', /there is no profile/, EXIT.usage],
    [{}, 'base:2.9:ADT^A01', /names no version/, EXIT.usage],
    [{}, 'base:2.5.1:ADT^A99', /has no message "ADT\^A99"/, EXIT.usage],
  ] as const)('%j of %s is a mistake', (more, name, message, exitCode) => {
    const output = 'output' in more ? { output: file(more.output) } : {};
    const target = name.startsWith('base:') ? name : file(name);
    expect(() => show(target, { ...options, ...more, ...output }, terminal)).toThrow(
      expect.objectContaining({ exitCode, message: expect.stringMatching(message) }),
    );
  });
});

describe('profile convert', () => {
  it('prints YAML that loads as the same profile', () => {
    expect(convert(file('site.yaml'), { to: 'yaml', format: 'text' }, terminal)).toBe(EXIT.passed);
    writeFileSync(file('whole.yaml'), terminal.text);
    expect(diff(file('site.yaml'), file('whole.yaml'), { format: 'text' }, new Recorder())).toBe(EXIT.passed);
  });

  it('writes an IGAMT bundle, and tells what is lost', () => {
    convert(file('site.yaml'), { to: 'igamt', output: file('igamt'), format: 'text' }, terminal);
    expect(readdirSync(file('igamt'))).toContain('Profile.xml');
    expect(terminal.errors).toContain('lost: requirement ids of elements: PID-3');
    const compared = new Recorder();
    diff(file('site.yaml'), file('igamt'), { format: 'text' }, compared);
    expect(compared.text).toMatch(/PID-3 +requirement +- REQ-1/);
    expect(compared.text).not.toMatch(/cardinality|length/);
  });

  it('writes chapter 2.B, and speaks JSON', () => {
    convert(file('site.yaml'), { to: 'chapter-2b', output: file('2b'), format: 'json' }, terminal);
    expect(JSON.parse(terminal.text)).toMatchObject({
      form: 'chapter-2b',
      files: [join(file('2b'), 'site.xml'), join(file('2b'), 'tables.xml')],
      losses: expect.arrayContaining([expect.stringMatching(/^conditions: written in words/)]),
    });
  });

  it('writes nothing that loses anything, where that is asked for', () => {
    const options = { to: 'igamt', output: file('none'), lossless: true, format: 'text' } as const;
    expect(convert(file('site.yaml'), options, terminal)).toBe(EXIT.failed);
    expect(existsSync(file('none'))).toBe(false);
    expect(convert('base:2.5.1:ACK', options, new Recorder())).toBe(EXIT.passed);
    expect(existsSync(file('none'))).toBe(true);
  });

  it('wants a folder for several files', () => {
    expect(() => convert(file('site.yaml'), { to: 'igamt', format: 'text' }, terminal)).toThrow(
      expect.objectContaining({ exitCode: EXIT.usage, remedy: 'say where: --output <folder>' }),
    );
  });
});

describe('profile diff', () => {
  it('says that there is no difference', () => {
    expect(diff(file('site.yaml'), file('site.yaml'), { format: 'text' }, terminal)).toBe(EXIT.passed);
    expect([terminal.lines, terminal.errors]).toEqual([[], ['no difference']]);
  });

  it('lists differences, as text and as JSON', () => {
    expect(diff('base:2.5.1:ADT^A01', file('site.yaml'), { format: 'text' }, terminal)).toBe(EXIT.failed);
    expect(terminal.text).toMatch(/^PID-3 +cardinality +1\.\.\* -> 1\.\.3$/m);
    const json = new Recorder();
    diff('base:2.5.1:ADT^A01', file('site.yaml'), { format: 'json' }, json);
    expect(JSON.parse(json.text).differences).toContainEqual({
      places: ['PID-3'],
      what: 'cardinality',
      before: '1..*',
      after: '1..3',
    });
  });
});

describe('the built program', () => {
  const main = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
  const pipehat = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'profile', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  it.each(['lint', 'show', 'convert', 'diff'])('%s --help shows examples that work as pasted', (name) => {
    const { status, stdout } = pipehat(name, '--help');
    expect([status, stdout]).toEqual([EXIT.passed, expect.stringMatching(/Exit codes: 0 /)]);
    const examples = [...stdout.matchAll(/^ {2}pipehat profile (.*)$/gm)].map(([, line = '']) => line.split(' '));
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const { status: code, stderr } = pipehat(...example);
      expect([EXIT.passed, EXIT.failed], `${example.join(' ')}: ${stderr}`).toContain(code);
    }
  });

  it.each([
    [[], EXIT.usage, /Usage: pipehat profile/],
    [['lint'], EXIT.usage, /missing required argument 'profiles'[\s\S]*see: pipehat profile lint --help/],
    [['convert', 'x'], EXIT.usage, /required option '--to <form>'/],
    [['show', 'broken.yaml'], EXIT.usage, /broken\.yaml:5:3 .*there is no PIT/],
    [['lint', 'site.yaml'], EXIT.passed, /^$/],
    [['lint', 'doubtful.yaml'], EXIT.failed, /^$/],
  ])('%j exits with %d', (args, code, message) => {
    const { status, stderr } = pipehat(...args);
    expect([status, stderr]).toEqual([code, expect.stringMatching(message)]);
  });
});
