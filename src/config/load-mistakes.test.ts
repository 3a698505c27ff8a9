import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from './load.js';
import { brief, ConfigFolder, complete, MINIMAL, SECRETS, variable } from './testdata/read-config.js';

let folder: ConfigFolder;
beforeAll(() => {
  folder = new ConfigFolder();
});
afterAll(() => folder.remove());

describe('mistakes', () => {
  it('are reported all at once, each with its place and remedy', () => {
    const found = folder.problems(`
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
    [
      'a profile that is not there',
      `${MINIMAL}profiles: [".", adt-profile]\n`,
      /^7:17 profiles\.1: there is no profile .*adt-profile \| correct the path/,
    ],
    ['a role twice', `${MINIMAL}      ehr: { listen: 7001 }\n`, /Map keys must be unique/],
    [
      'an unknown mode',
      `${MINIMAL}    acknowledgment: { mode: enhancd }\n`,
      /"enhancd" is not allowed \| did you mean enhanced\? use one of original, enhanced, none/,
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
    expect(brief(folder.problems(yaml)).join('\n')).toMatch(expected);
  });

  it('a config file that is not there', () => {
    const result = loadConfig(join(folder.path, 'absent.yaml'));
    expect(result).toMatchObject({ kind: 'invalid', problems: [{ what: 'there is no such file' }] });
  });

  it('an environment that is not there', () => {
    expect(brief(folder.problems(MINIMAL, 'prod'))[0]).toMatch(/there is no environment "prod" \| the file has: test/);
  });
});

describe('secrets', () => {
  const withPassphrase = (value: string) => `${MINIMAL}    tls: { passphrase: "${value}" }\n`;

  it('are refused when written out, and not repeated', () => {
    const found = JSON.stringify(folder.problems(withPassphrase('opensesame')));
    expect(found).toContain('a secret is written out');
    expect(found).not.toContain('opensesame');
  });

  it('are refused in an environment that is not selected too', () => {
    const other = '  other: { role: engine, actors: { ehr: { listen: 7001 } } }\n';
    expect(folder.problems(`${withPassphrase('opensesame')}${other}`, 'other')).toMatchObject([
      { path: 'environments.test.tls.passphrase', what: 'a secret is written out in the file' },
    ]);
  });

  it('name the variable that is missing', () => {
    expect(brief(folder.problems(withPassphrase(variable('PH_SECRET'))))).toEqual([
      expect.stringMatching(/^7:24 .*PH_SECRET is not set \| set PH_SECRET before/),
    ]);
  });

  it('may be missing for environments of other machines', () => {
    expect(loadConfig(complete, 'test', SECRETS).kind).toBe('config');
    expect(loadConfig(complete, 'certify-lis', SECRETS).kind).toBe('invalid');
  });

  it('do not lead to a second message about the same value', () => {
    expect(folder.problems(MINIMAL.replace('7001', `"${variable('PORT')}"`))).toHaveLength(1);
  });
});
