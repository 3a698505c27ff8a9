import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoControl, demoControl } from '../demo/control.js';
import { parseMessage } from '../hl7/parse.js';
import { EXIT } from './exit-codes.js';
import { Project } from './testdata/project.js';

const SECRET = 'Tr0ub4dor-planted';
const MINUTE_MS = 60_000;

/** Everything in it goes wrong, each in another part of Pipehat, so that every kind of error text is printed. */
const FEATURE = `Feature: What goes wrong
  Background:
    Given a synthetic adult patient with an assigned record number
    And the EHR has admitted the patient to "MED2^218^A"
  Scenario: a field is not as it should be
    When the EHR changes the telephone number to "(555) 555-0100"
    Then the laboratory receives an ADT^A08 with
      | PID-3.1 | somebody else |
      | PID-5.1 | somebody else |
      | PID-11  | elsewhere     |
  Scenario: an acknowledgment is not as it should be
    When the EHR changes the telephone number to "(555) 555-0101"
    Then the message is acknowledged as rejected
  Scenario: a control fails
    When the system under test is killed
`;

const config = (engine: number, laboratory: number, more: string): string => `environments:
  test:
    role: engine
    actors:
      ehr: { send: "mllp://127.0.0.1:${engine}" }
      lis: { listen: ${laboratory} }
    sutIdentity: { application: ENGINE, facility: PHGH }
    timeouts: { expectation: 2s }
    control:
      kill: 'echo refused: the password is \${PLANTED} >&2; exit 1'
      start: 'true'
${more}`;

let project: Project;
let engine: DemoControl;
let dataDir: string;
let laboratory: number;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

beforeAll(async () => {
  process.env['PLANTED'] = SECRET;
  dataDir = mkdtempSync(join(tmpdir(), 'pipehat-leaks-'));
  laboratory = await freePort();
  engine = demoControl({ dataDir, deliver: { lis: { host: '127.0.0.1', port: laboratory } } });
  await engine.start();
  project = new Project();
  mkdirSync(join(project.folder, 'features'));
  writeFileSync(join(project.folder, 'features', 'wrong.feature'), FEATURE);
}, MINUTE_MS);
afterAll(async () => {
  delete process.env['PLANTED'];
  project.remove();
  await engine.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A run of the feature, with all that it has printed and written. */
function run(more = '') {
  rmSync(join(project.folder, 'results'), { recursive: true, force: true });
  writeFileSync(join(project.folder, 'pipehat.config.yaml'), config(engine.port, laboratory, more));
  const { status, stdout, stderr } = project.pipehat('test', 'features', '--no-allure');
  const [name = ''] = readdirSync(join(project.folder, 'results'));
  const folder = join(project.folder, 'results', name);
  const file = (each: string): string => readFileSync(join(folder, each), 'utf8');
  return { status, printed: `${stdout}${stderr}`, folder, file };
}

/** What the run knew of its patients, from the messages themselves. */
function patientValues(): readonly string[] {
  const values = project.journal().flatMap((entry) => {
    const parsed = entry.kind === 'message' ? parseMessage(Buffer.from(entry.raw, 'base64')) : undefined;
    if (parsed?.kind !== 'message') return [];
    const { message } = parsed;
    return ['PID-3.1', 'PID-5.1', 'PID-5.2', 'PID-11.1'].map((path) => message.get(path) ?? '');
  });
  return [...new Set(values)].filter((value) => value.length > 3);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

describe('a run in which everything goes wrong', () => {
  it('names no patient on the terminal, in JUnit and in the summary, and all of them in the evidence', {
    timeout: MINUTE_MS,
  }, () => {
    const { status, printed, file } = run();
    const values = patientValues();
    expect([status, values.length >= 4], printed).toEqual([EXIT.failed, true]);
    const named = (text: string): readonly string[] => values.filter((value) => text.includes(value));
    expect(named(printed), printed).toEqual([]);
    expect(named(file('junit.xml'))).toEqual([]);
    expect(named(file('summary.md'))).toEqual([]);
    expect(named(file('evidence.html')).length).toBeGreaterThan(3);
    expect(printed).toMatch(/actual "\[PID-3\]"/);
  });

  it('names them where the environment allows it', { timeout: MINUTE_MS }, () => {
    const { printed, file } = run('    allow: { patientValues: true }\n');
    const named = (text: string): readonly string[] => patientValues().filter((value) => text.includes(value));
    expect(named(printed).length).toBeGreaterThan(0);
    expect(named(file('junit.xml')).length).toBeGreaterThan(0);
  });

  it('shows no value of an environment variable anywhere', { timeout: MINUTE_MS }, () => {
    const { printed, folder } = run();
    expect(printed).toContain('the password is ***');
    expect(printed).not.toContain(SECRET);
    const telling = filesBelow(folder).filter((path) => statSync(path).isFile() && readFileSync(path).includes(SECRET));
    expect(telling).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'leaves a folder that its owner alone can read',
    { timeout: MINUTE_MS },
    () => {
      const { folder } = run();
      const open = [folder, ...filesBelow(folder)].filter((path) => (statSync(path).mode & 0o077) !== 0);
      expect(open).toEqual([]);
    },
  );
});
