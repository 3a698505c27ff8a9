import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { farEnd } from '../endpoint/testdata/far-end.js';
import { EXIT } from './exit-codes.js';
import { OperatorError } from './operator-error.js';
import type { SimulateFlags } from './simulate/options.js';
import { simulateRole } from './simulate/simulate.js';
import { closed, silentServer } from './testdata/links.js';
import { MAIN, Project } from './testdata/project.js';
import { Recorder } from './testdata/recorder.js';
import { USUAL } from './testdata/simulate-flags.js';

const OWN_FAULT = `export const fault = {
  name: 'ward-note',
  says: 'a segment that nobody expects',
  parameters: {},
  make: () => ({
    kind: 'message',
    name: 'ward-note',
    apply: (raw) => [{ raw: Buffer.concat([raw, Buffer.from('ZWN|1\\r')]), afterMs: 0 }],
  }),
};`;

/** Plays a role in this process until its patients are through. */
async function simulated(role: string, flags: Partial<SimulateFlags>) {
  const terminal = new Recorder();
  const code = await simulateRole(role, { ...USUAL, ...flags }, terminal);
  return { code, terminal };
}

describe('simulate', () => {
  it('plays an EHR until its patients are through, and prints a line for each message without what it says of them', async () => {
    const sut = await farEnd();
    const to = [`mllp://127.0.0.1:${sut.port}`];
    const { code, terminal } = await simulated('ehr', { to, patients: 1, pathway: 'outpatient', application: 'WARD' });
    expect(code).toBe(EXIT.passed);
    expect(terminal.lines[0]).toBe(
      `ehr plays "outpatient": registers an outpatient and orders a test and an image, sending to ${to[0]}`,
    );
    expect(terminal.lines.filter((line) => / > /.test(line))).toHaveLength(sut.payloads.length);
    expect(terminal.lines.filter((line) => / {4}AA /.test(line))).toHaveLength(sut.payloads.length);
    const [family = ''] = /PID\|[^\r]*?\|\|([A-Za-z'-]+)\^/.exec(sut.payloads[0] ?? '')?.slice(1) ?? [];
    expect(family.length).toBeGreaterThan(1);
    expect(terminal.text).not.toContain(family);
    expect(sut.payloads[0]).toContain('|WARD|PHGH|');
  });

  it("strikes with a project's own fault, which its configuration names", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pipehat-simulate-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const config = join(folder, 'pipehat.config.yaml');
    writeFileSync(join(folder, 'ward-note.mjs'), OWN_FAULT);
    writeFileSync(
      config,
      'sut: { name: S }\nenvironments: { test: { role: engine, actors: { lis: { listen: 7002 } } } }\nextensions: { faults: [ward-note.mjs] }\n',
    );
    const sut = await farEnd();
    const to = [`mllp://127.0.0.1:${sut.port}`];
    const own = { to, patients: 1, pathway: 'outpatient', fault: ['ward-note'] };
    await expect(simulated('ehr', own)).rejects.toThrow('there is no fault "ward-note"');
    const { code } = await simulated('ehr', { ...own, config });
    expect(code).toBe(EXIT.passed);
    expect(sut.payloads.map((payload) => payload.includes('ZWN|1'))).toEqual([
      true,
      ...sut.payloads.slice(1).map(() => false),
    ]);
  });

  it('lists what can be played', async () => {
    const { code, terminal } = await simulated('lis', { pathway: 'help' });
    expect([code, terminal.text]).toEqual([EXIT.passed, expect.stringMatching(/^lis +finalise +accepts, /m)]);
  });

  it.each<[string, string, Partial<SimulateFlags>, RegExp]>([
    ['a role', 'lab', { listen: 0 }, /there is no role "lab"/],
    ['a pathway', 'lis', { listen: 0, pathway: 'inpatient' }, /the lis has no pathway "inpatient"/],
    ['no link', 'lis', {}, /the simulator has no link/],
    ['an EHR that has nowhere to send', 'ehr', { listen: 0 }, /an EHR acts first, and has nowhere to send/],
    ['an address', 'lis', { to: ['127.0.0.1:1'] }, /--to: .*not an MLLP address/],
    ['another machine', 'lis', { to: ['mllp://10.1.2.3:1'] }, /10\.1\.2\.3/],
    ['a fault', 'lis', { listen: 0, fault: ['late'] }, /--fault: there is no fault "late"/],
    ['a side', 'lis', { listen: 0, fault: ['missing-end'] }, /missing-end strikes what a system sends, .* no --to/],
    ['a parameter', 'lis', { listen: 0, fault: ['late-acknowledgment:delay=8'] }, /delay=8 must be a duration/],
  ])('refuses a mistake: %s', async (_, role, flags, message) => {
    const error: unknown = await simulated(role, flags).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OperatorError);
    expect(error).toMatchObject({
      exitCode: EXIT.usage,
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/./),
    });
  });

  it('exits with 3 where its port is taken', async () => {
    const { server, port } = await silentServer();
    await expect(simulated('lis', { listen: port })).rejects.toMatchObject({
      exitCode: EXIT.infrastructure,
      message: expect.stringContaining(`127.0.0.1:${port}`),
    });
    await closed(server);
  });
});

describe.skipIf(process.platform === 'win32')('a laboratory that can only listen', () => {
  let project: Project;
  beforeAll(() => {
    project = new Project();
  });
  afterAll(() => project.remove());

  it('answers, says what it cannot send, goes on, and ends with Ctrl-C', async () => {
    const child = spawn(process.execPath, [MAIN, 'simulate', 'lis', '--listen', '0', '--pace', '1ms'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    const line = new Recorder();
    createInterface({ input: child.stdout }).on('line', (text) => {
      lines.push(text);
      line.out(text);
    });
    const [address = ''] = /mllp:\S+\d/.exec(await line.line(/listening on/)) ?? [];
    const { status } = project.pipehat(
      'simulate',
      'ehr',
      '--to',
      address,
      '--patients',
      '1',
      '--pathway',
      'outpatient',
      '--pace',
      '1ms',
    );
    expect(status).toBe(EXIT.passed);
    expect(await line.line(/^! /)).toMatch(/^! \w+\^\w+ \w+ cannot be sent: it has no outbound link/);
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(EXIT.passed);
  });
});
