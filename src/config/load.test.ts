import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config, ConfigProblem } from './config.js';
import { loadConfig } from './load.js';

const testdata = fileURLToPath(new URL('./testdata/', import.meta.url));
const complete = join(testdata, 'complete.yaml');
const SECRETS = { PIPEHAT_TLS: 'opensesame' };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipehat-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(yaml: string, environment?: string, variables: NodeJS.ProcessEnv = {}) {
  const file = join(folder, 'pipehat.config.yaml');
  writeFileSync(file, yaml);
  return loadConfig(file, environment, variables);
}

function config(yaml: string): Config {
  const result = read(yaml);
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.config;
}

function problems(yaml: string, environment?: string, variables: NodeJS.ProcessEnv = {}): readonly ConfigProblem[] {
  const result = read(yaml, environment, variables);
  return result.kind === 'invalid' ? result.problems : [];
}

/** `line:column path` and the remedy of every problem. */
function brief(found: readonly ConfigProblem[]): readonly string[] {
  return found.map(({ line, column, path, what, remedy }) => `${line}:${column} ${path}: ${what} | ${remedy}`);
}

/** How the file names an environment variable. */
const variable = (name: string): string => `\${${name}}`;

const MINIMAL = `
environments:
  test:
    role: engine
    actors:
      ehr: { send: "mllp://127.0.0.1:6661", listen: 7001 }
`;

describe('a config without mistakes', () => {
  it('is resolved: secrets, certificates, paths, milliseconds', () => {
    const result = loadConfig(complete, undefined, SECRETS);
    expect(result).toMatchObject({
      kind: 'config',
      config: {
        sut: { name: 'Integration engine', version: '4.50' },
        environments: ['test', 'certify-lis'],
        features: [join(testdata, 'features'), join(testdata, 'more', 'features')],
        steps: [join(testdata, 'steps')],
        results: join(testdata, 'out'),
        requirements: { 'REQ-ADT-004': "A patient's stay is one encounter" },
        extensions: {
          simulators: [join(testdata, 'simulators', 'blood-bank.js'), 'blood-bank'],
          faults: [],
          reports: [],
        },
        environment: {
          name: 'test',
          role: 'engine',
          operatedBy: 'itself',
          sutIdentity: { application: 'IE', facility: 'PHGH' },
          version: '2.4',
          processingId: 'D',
          acknowledgment: { mode: 'original', timeoutMs: 12_000 },
          timeouts: { connectMs: 2_000, expectationMs: 60_000, operatorMs: 300_000, idleMs: 45_000 },
          timeScale: 0.5,
          connection: { mode: 'per-message', depth: 4 },
          control: {
            commands: {
              start: { kind: 'shell', line: 'docker start engine' },
              kill: { kind: 'program', program: 'docker', args: ['kill', 'engine'] },
            },
            timeoutMs: 90_000,
          },
        },
      },
    });
  });

  it('gives each actor its links, identity, version and certificates', () => {
    const result = loadConfig(complete, undefined, SECRETS);
    const actors = result.kind === 'config' ? result.config.environment.actors : {};
    expect(actors.ehr).toEqual({
      role: 'ehr',
      identity: { application: 'CARE', facility: 'PHGH' },
      send: { host: '127.0.0.1', port: 6661, tls: false },
      listen: { host: '0.0.0.0', port: 7001, tls: false },
      orderAnswer: 'own-message',
      version: '2.4',
      charset: '8859/1',
    });
    expect(actors.lis).toMatchObject({
      identity: { application: 'LIS', facility: 'PHGH' },
      listen: { host: '127.0.0.1', port: 7002, tls: true },
      version: '2.3.1',
      tls: { passphrase: 'opensesame', serverName: 'lis.example', requireClientCertificate: false },
    });
    expect(actors.lis?.tls?.cert).toContain('BEGIN CERTIFICATE');
    expect(actors.pharmacy).not.toHaveProperty('listen');
    expect(actors).not.toHaveProperty('ris');
  });

  it('follows the role: a system that is one of the actors is operated by a person and answers on the connection', () => {
    const result = loadConfig(complete, 'certify-lis', { ...SECRETS, NOT_SET_HERE: 'x' });
    const environment = result.kind === 'config' ? result.config.environment : undefined;
    expect(environment).toMatchObject({ role: 'lis', operatedBy: 'person', timeScale: 0.5 });
    expect(environment?.actors.ehr?.orderAnswer).toBe('same-connection');
  });

  it('needs only an environment with one actor', () => {
    expect(config(MINIMAL).environment).toMatchObject({
      name: 'test',
      version: '2.5.1',
      processingId: 'T',
      timeScale: 1,
      acknowledgment: { timeoutMs: 10_000 },
      connection: { mode: 'kept-open', depth: 1 },
    });
  });

  it('takes requirements from a file', () => {
    writeFileSync(join(folder, 'req.yaml'), 'REQ-1: one\nREQ-2: two\n');
    expect(config(`${MINIMAL}requirements: req.yaml\n`).requirements).toEqual({ 'REQ-1': 'one', 'REQ-2': 'two' });
  });

  it('takes numbers from variables too', () => {
    const result = read(MINIMAL.replace('7001', `"${variable('PORT')}"`), undefined, { PORT: '7123' });
    expect(result.kind === 'config' && result.config.environment.actors.ehr?.listen?.port).toBe(7123);
  });
});

describe('the demo engine as an environment', () => {
  const DEMO = `${MINIMAL}  demo: { demoEngine: true, defects: [constant-ack-id] }\ndefault: demo\nsut: { name: Mine }\n`;

  it('needs nothing else, and goes by its own name in the evidence', () => {
    const { environment, sut } = config(DEMO);
    expect(environment.demoEngine).toEqual({ defects: ['constant-ack-id'] });
    expect(environment).toMatchObject({ name: 'demo', role: 'engine' });
    expect(Object.keys(environment.actors)).toHaveLength(4);
    expect(sut).toEqual({ name: 'Pipehat demo engine' });
  });

  it('takes nothing else', () => {
    expect(brief(problems(DEMO.replace('true,', 'true, role: lis,')))).toEqual([
      expect.stringMatching(
        /^7:29 environments\.demo\.role: unknown key "role" \| known here: demoEngine, defects, timeScale/,
      ),
    ]);
  });
});

describe('mistakes', () => {
  it('are reported all at once, each with its place and remedy', () => {
    const found = problems(`
sut: { nam: Engine }
environments:
  test:
    role: engin
    actors:
      ehr: { snd: "mllp://127.0.0.1:6661" }
      lis: { send: "10.1.2.3:6662", listen: 70020 }
      ris: { send: "mllp://10.1.2.3:6663" }
    timeouts: { expectation: 10 }
    processingId: P
    connection: [kept-open]
`);
    expect(brief(found)).toEqual([
      expect.stringMatching(/^2:8 sut: |^2:6 sut\.name: "name" is missing/),
      expect.stringMatching(/^2:8 sut\.nam: unknown key "nam" \| did you mean "name"\? known here: name, version$/),
      expect.stringMatching(
        /^7:12 environments\.test\.actors\.ehr: |^7:7 environments\.test\.actors\.ehr: .*neither sends/,
      ),
      expect.stringMatching(
        /^9:20 environments\.test\.actors\.ris\.send: 10\.1\.2\.3 is another machine.*allow: \{ hosts/,
      ),
      expect.stringMatching(/^11:19 environments\.test\.processingId: P makes .*allow: \{ production: true \}/),
      expect.stringMatching(/^5:11 environments\.test\.role: "engin" is not allowed \| did you mean engine\?/),
      expect.stringMatching(/^7:14 environments\.test\.actors\.ehr\.snd: unknown key "snd" \| did you mean "send"\?/),
      expect.stringMatching(/^8:20 .*lis\.send: .*is not an MLLP address \| .*mllp:\/\/10\.1\.2\.3:6662$/),
      expect.stringMatching(/^8:45 .*lis\.listen: "70020" is neither a port/),
      expect.stringMatching(/^10:30 .*timeouts\.expectation: "10" is not a duration \| .*250 ms/),
      expect.stringMatching(/^12:17 .*connection: this has the wrong form \| write a section/),
    ]);
  });

  it.each([
    ['no environments', 'sut: { name: x }', /environments: "environments" is missing/],
    ['an empty environments', 'environments: {}', /no environment is named/],
    ['a default that is not there', `${MINIMAL}default: tst\n`, /there is no environment "tst" \| did you mean test\?/],
    ['no default among two', `${MINIMAL}  other: { role: engine, actors: { ehr: { listen: 1 } } }\n`, /default: test/],
    ['no actor', MINIMAL.replace(/actors:\n.*\n/, 'actors: {}\n'), /no actor is named/],
    ['the actor that the SUT is', MINIMAL.replace('engine', 'ehr'), /is the ehr, and Pipehat cannot play it too/],
    ['one port twice', `${MINIMAL}      lis: { listen: 7001 }\n`, /port 7001 is taken by the actor ehr/],
    ['a role twice', `${MINIMAL}      ehr: { listen: 7001 }\n`, /Map keys must be unique/],
    [
      'an enhanced mode',
      `${MINIMAL}    acknowledgment: { mode: enhanced }\n`,
      /"enhanced" is not allowed \| use one of original/,
    ],
    [
      'a listener on TLS without certificate',
      MINIMAL.replace('7001', '"mllps://127.0.0.1:7001"'),
      /needs a certificate/,
    ],
    ['half a pair', `${MINIMAL}    tls: { cert: a.pem }\n`, /cert and key together/],
    [
      'an unreadable certificate',
      `${MINIMAL.replace('mllp:', 'mllps:')}    tls: { ca: no.pem }\n`,
      /no\.pem cannot be read \(ENOENT\)/,
    ],
    [
      'a certificate that is none',
      `${MINIMAL.replace('mllp:', 'mllps:')}    tls: { ca: pipehat.config.yaml }\n`,
      /not a PEM file/,
    ],
    ['an unknown charset', `${MINIMAL}    charset: KOI9\n`, /"KOI9" is no character set/],
    ['a charset that MLLP cannot carry', `${MINIMAL}    charset: UNICODE UTF-16\n`, /MLLP cannot carry/],
    ['a missing requirements file', `${MINIMAL}requirements: no.yaml\n`, /the file cannot be read \(ENOENT\)/],
    ['broken YAML', 'environments: { test: [', /mend the YAML/],
    ['a file that holds only text', 'hello', /wrong form/],
    ['an empty file', '', /wrong form|missing/],
  ])('%s', (_, yaml, expected) => {
    expect(brief(problems(yaml)).join('\n')).toMatch(expected);
  });

  it('a config file that is not there', () => {
    const result = loadConfig(join(folder, 'absent.yaml'));
    expect(result).toMatchObject({ kind: 'invalid', problems: [{ what: 'there is no such file' }] });
  });

  it('an environment that is not there', () => {
    expect(brief(problems(MINIMAL, 'prod'))[0]).toMatch(/there is no environment "prod" \| the file has: test/);
  });
});

describe('secrets', () => {
  const withPassphrase = (value: string) => `${MINIMAL}    tls: { passphrase: "${value}" }\n`;

  it('are refused when written out, and not repeated', () => {
    const found = JSON.stringify(problems(withPassphrase('opensesame')));
    expect(found).toContain('a secret is written out');
    expect(found).not.toContain('opensesame');
  });

  it('are refused in an environment that is not selected too', () => {
    const other = '  other: { role: engine, actors: { ehr: { listen: 7001 } } }\n';
    expect(problems(`${withPassphrase('opensesame')}${other}`, 'other')).toMatchObject([
      { path: 'environments.test.tls.passphrase', what: 'a secret is written out in the file' },
    ]);
  });

  it('name the variable that is missing', () => {
    expect(brief(problems(withPassphrase(variable('PH_SECRET'))))).toEqual([
      expect.stringMatching(/^7:24 .*PH_SECRET is not set \| set PH_SECRET before/),
    ]);
  });

  it('may be missing for environments of other machines', () => {
    expect(loadConfig(complete, 'test', SECRETS).kind).toBe('config');
    expect(loadConfig(complete, 'certify-lis', SECRETS).kind).toBe('invalid');
  });

  it('do not lead to a second message about the same value', () => {
    expect(problems(MINIMAL.replace('7001', `"${variable('PORT')}"`))).toHaveLength(1);
  });
});
