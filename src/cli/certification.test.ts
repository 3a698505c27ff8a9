import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Role } from '../endpoint/simulator.js';
import { EXIT } from './exit-codes.js';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const FEATURES = fileURLToPath(new URL('../../features/certification/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pipehat-certification-'));

const standIns: ChildProcess[] = [];
afterAll(() => {
  for (const child of standIns) child.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Ports that nobody listens on at the moment: a vendor's system has to be told ours before they are open. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const server of servers) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address) ports.push(address.port);
  }
  for (const server of servers) server.close();
  return ports;
}

function started(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  standIns.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      const port = /listening on mllp:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port) resolve(Number(port));
    });
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}: ${said}`)));
  });
}

interface Certified {
  readonly exit: number | null;
  readonly scenarios: number;
  readonly passed: number;
  readonly output: string;
}

interface Plan {
  readonly role: Role;
  /** How the stand-in for a vendor's system behaves. */
  readonly standIn: readonly string[];
  /** Below the role's folder; all of it where absent. */
  readonly features?: string;
  readonly operatedBy?: 'person' | 'itself';
  readonly timeouts?: string;
}

const SEVERAL = 'timeouts: { expectation: 15s, operator: 30s }';

/** Runs a role's features against a stand-in for a vendor's system in a process of its own. */
async function certify({ role, standIn, features = '', operatedBy = 'itself', timeouts = SEVERAL }: Plan) {
  const actors = role === 'ehr' ? ['lis', 'ris', 'pharmacy'] : ['ehr'];
  const ports = await freePorts(actors.length);
  const to = actors.map((actor, n) => `${role === 'ehr' ? `${actor}=` : ''}mllp://127.0.0.1:${ports[n]}`);
  const port = await started(['simulate', role, '--listen', '0', ...to.flatMap((one) => ['--to', one]), ...standIn]);
  const home = mkdtempSync(join(folder, `${role}-`));
  const lines = [
    'sut: { name: stand-in }',
    'environments:',
    '  vendor:',
    `    role: ${role}`,
    `    operatedBy: ${operatedBy}`,
    `    ${timeouts}`,
    '    actors:',
    ...actors.map((actor, n) => `      ${actor}: { send: "mllp://127.0.0.1:${port}", listen: ${ports[n]} }`),
  ];
  writeFileSync(join(home, 'pipehat.config.yaml'), `${lines.join('\n')}\n`);
  return run(home, ['test', join(FEATURES, role, features), '--tags', 'not @manual', '--no-allure']);
}

function run(cwd: string, args: readonly string[]): Promise<Certified> {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(output)?.[1] ?? 0);
  return new Promise((resolve) => {
    child.once('close', (exit) => resolve({ exit, scenarios: count('scenarios'), passed: count('passed'), output }));
  });
}

const WELL: Readonly<Record<Role, readonly string[]>> = {
  lis: ['--pathway', 'finalise', '--pace', '300ms'],
  ris: ['--pathway', 'report', '--pace', '200ms'],
  pharmacy: ['--pathway', 'dispense', '--pace', '300ms'],
  ehr: ['--pathway', 'inpatient', '--pace', '70ms', '--at-once', '3'],
};

/** Each run waits for what the stand-in does at its own pace. */
const PATIENT = { timeout: 180_000 };

describe.concurrent('a system that behaves well is certified as', PATIENT, () => {
  it.each<Role>(['lis', 'ris', 'pharmacy', 'ehr'])('%s', async (role) => {
    const { exit, scenarios, passed, output } = await certify({ role, standIn: WELL[role] });
    expect(exit, output).toBe(EXIT.passed);
    expect(scenarios).toBeGreaterThanOrEqual(8);
    expect(passed).toBe(scenarios);
  });
});

const SHORT = 'timeouts: { expectation: 1s, operator: 1s }';

describe.concurrent('a system that misbehaves is not certified:', PATIENT, () => {
  it.each<[string, Plan]>([
    [
      'a laboratory that never reports',
      { role: 'lis', features: 'progress.feature', standIn: ['--pathway', 'answer'], timeouts: SHORT },
    ],
    [
      'a radiology department that never examines',
      { role: 'ris', features: 'report.feature', standIn: ['--pathway', 'answer'], timeouts: SHORT },
    ],
    [
      'a pharmacy that rejects what it is sent',
      {
        role: 'pharmacy',
        features: 'admission.feature',
        standIn: [...WELL.pharmacy, '--fault', 'application-reject:on=every 1'],
      },
    ],
    [
      'an EHR that answers with errors',
      {
        role: 'ehr',
        features: 'results.feature',
        standIn: [...WELL.ehr, '--fault', 'application-error:on=every 1'],
      },
    ],
  ])('%s', async (_name, plan) => {
    const { exit, output } = await certify(plan);
    expect(exit, output).toBe(EXIT.failed);
    expect(output).toMatch(/failed, system under test/);
  });
});

describe.concurrent('where a person operates the system and nobody is at the terminal', PATIENT, () => {
  it.each<[string, Plan]>([
    ['what the laboratory reports', { role: 'lis', features: 'progress.feature', standIn: ['--pathway', 'answer'] }],
    [
      'whom the EHR admits',
      { role: 'ehr', features: 'orders.feature', standIn: ['--pathway', 'outpatient', '--pace', '100ms'] },
    ],
  ])('stays pending: %s', async (_name, plan) => {
    const { exit, passed, output } = await certify({ ...plan, operatedBy: 'person' });
    expect(exit, output).toBe(EXIT.incomplete);
    expect(passed).toBe(0);
    expect(output).toContain('a person has not confirmed it yet');
  });
});

describe('where the system under test plays another part', () => {
  it('nothing is judged', async () => {
    const { exit, passed, output } = await run(folder, [
      'demo',
      join(FEATURES, 'lis/admission.feature'),
      '--no-allure',
    ]);
    expect(exit, output).toBe(EXIT.incomplete);
    expect(passed).toBe(0);
    expect(output).toContain('the scenario certifies the laboratory, but the system under test is an engine');
  });
});
