import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualAcknowledgment } from './acknowledgment.js';
import { loadConfig } from './load.js';
import { brief, ConfigFolder, complete, MINIMAL, SECRETS, testdata, variable } from './testdata/read-config.js';

let folder: ConfigFolder;
beforeAll(() => {
  folder = new ConfigFolder();
});
afterAll(() => folder.remove());

describe('a config without mistakes', () => {
  it('is resolved: secrets, certificates, paths, milliseconds', () => {
    const result = loadConfig(complete, undefined, SECRETS);
    expect(result).toMatchObject({
      kind: 'config',
      config: {
        sut: { name: 'Integration engine', version: '4.50' },
        environments: ['test', 'certify-lis'],
        features: [join(testdata, 'features'), join(testdata, 'more', 'features'), 'pipehat:adt'],
        steps: [join(testdata, 'steps')],
        results: join(testdata, 'out'),
        requirements: { 'REQ-ADT-004': "A patient's stay is one encounter" },
        extensions: {
          simulators: [join(testdata, 'simulators', 'blood-bank.js'), 'blood-bank'],
          faults: [join(testdata, 'faults', 'own.ts'), '@ward/faults'],
          reports: [],
          functions: [join(testdata, 'rules', 'beds.ts')],
        },
        environment: {
          name: 'test',
          role: 'engine',
          operatedBy: 'itself',
          sutIdentity: { application: 'IE', facility: 'PHGH' },
          version: '2.4',
          processingId: 'D',
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
      acknowledgment: { send: usualAcknowledgment(12_000), listen: usualAcknowledgment(12_000) },
      faults: [],
      ownFaults: [],
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
    expect(folder.config(MINIMAL).environment).toMatchObject({
      name: 'test',
      version: '2.5.1',
      processingId: 'T',
      timeScale: 1,
      actors: { ehr: { acknowledgment: { send: usualAcknowledgment(10_000) } } },
      connection: { mode: 'kept-open', depth: 1 },
    });
  });

  it('takes requirements from a file', () => {
    folder.write('req.yaml', 'REQ-1: one\nREQ-2: two\n');
    expect(folder.config(`${MINIMAL}requirements: req.yaml\n`).requirements).toEqual({
      'REQ-1': 'one',
      'REQ-2': 'two',
    });
  });

  it('takes numbers from variables too', () => {
    const result = folder.read(MINIMAL.replace('7001', `"${variable('PORT')}"`), undefined, { PORT: '7123' });
    expect(result.kind === 'config' && result.config.environment.actors.ehr?.listen?.port).toBe(7123);
  });
});

describe('what the system filters', () => {
  const filtering = (filter: string): string =>
    MINIMAL.replace('role: engine', `role: engine\n    accounting: { filters: [ "${filter}" ] }`);

  it.each(['MFN', 'ADT^A31', 'lis>sut ORU^R01'])('is a message type, of one link where it says so: %s', (filter) => {
    expect(folder.config(filtering(filter)).environment.accounting?.filters).toEqual([filter]);
  });

  it.each(['updates', 'sut>lis ADT', 'ADT^A31 lis>sut'])('is nothing else: %s', (filter) => {
    expect(brief(folder.problems(filtering(filter)))).toEqual([
      expect.stringContaining(`"${filter}" names no messages | write a message type`),
    ]);
  });
});

describe('the demo engine as an environment', () => {
  const DEMO = `${MINIMAL}  demo: { demoEngine: true, timeScale: 0.5 }\ndefault: demo\nsut: { name: Mine }\n`;

  it('needs nothing else, and goes by its own name in the evidence', () => {
    const { environment, sut } = folder.config(DEMO);
    expect(environment).toMatchObject({ name: 'demo', role: 'engine', isDemoEngine: true, timeScale: 0.5 });
    expect(Object.keys(environment.actors)).toHaveLength(4);
    expect(sut).toEqual({ name: 'Pipehat demo engine' });
  });

  it('takes nothing else', () => {
    expect(brief(folder.problems(DEMO.replace('true,', 'true, role: lis,')))).toEqual([
      expect.stringMatching(/^7:29 environments\.demo\.role: unknown key "role" \| known here: demoEngine, timeScale/),
    ]);
  });
});
