import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FuzzSut } from '../endpoint/testdata/fuzz-sut.js';
import { EXIT } from './exit-codes.js';
import { emptyFolder, Pipehat } from './load/testdata/pipehat.js';
import { Project } from './testdata/project.js';

const SEEDS = ['mad-1', 'mad-2', 'mad-3'];
const MINUTE_MS = 60_000;

async function mad(seed: string): Promise<{ readonly sut: FuzzSut; readonly to: readonly string[] }> {
  const sut = await FuzzSut.open(seed);
  onTestFinished(() => sut.close());
  return { sut, to: ['--to', `mllp://127.0.0.1:${sut.port}`] };
}

describe('against a system that does something else with every message', () => {
  it.each(SEEDS)(
    'load counts every message and no more acknowledgments than were given: %s',
    { timeout: MINUTE_MS },
    async (seed) => {
      const { sut, to } = await mad(seed);
      const how = ['--rate', '100/s', '--duration', '2s', '--connections', '4', '--timeout', '500ms'];
      const run = new Pipehat(emptyFolder(), ['load', ...to, ...how, '--message', 'adt-a01', '--format', 'json']);
      const { offered, sent, dropped, acknowledged, errors } = await run.result();
      expect(await run.ended, run.err).toBe(EXIT.failed);
      expect(offered, JSON.stringify({ errors, dropped })).toBe(sent + dropped);
      expect(errors['lost']).toBeGreaterThan(0);
      const given = [...sut.reactions.keys()].filter((id) => sut.truth(id).includes('acknowledged')).length;
      expect(acknowledged).toBeLessThanOrEqual(given);
      expect(acknowledged).toBeGreaterThan(0);
    },
  );

  it.each(SEEDS)('send says what became of its message, and ends: %s', { timeout: MINUTE_MS }, async (seed) => {
    const { sut, to } = await mad(seed);
    const run = new Pipehat(emptyFolder(), ['send', '--example', ...to, '--timeout', '500ms', '--format', 'json']);
    const code = await run.ended;
    const [id = ''] = sut.reactions.keys();
    const isAcknowledged = sut.truth(id).includes('acknowledged');
    expect([EXIT.failed, EXIT.infrastructure, ...(isAcknowledged ? [EXIT.passed] : [])], run.out + run.err).toContain(
      code,
    );
    if (isAcknowledged) expect(code, run.out).toBe(EXIT.passed);
  });
});

const FEATURE = `Feature: Admission
  Scenario: An admission is accepted
    Given a synthetic adult patient with an assigned record number
    When the EHR admits the patient to "MED2^218^A"
    Then the message is acknowledged as accepted
`;

/** A system that takes connections, and breaks each as soon as a message comes. */
async function breaking(): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {}).on('data', () => socket.resetAndDestroy());
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

it('test calls a connection that breaks no failed check', { timeout: MINUTE_MS }, async () => {
  const project = new Project();
  onTestFinished(() => project.remove());
  const environment = `role: engine, actors: { ehr: { send: "mllp://127.0.0.1:${await breaking()}" } }`;
  writeFileSync(join(project.folder, 'pipehat.config.yaml'), `environments: { t: { ${environment} } }\n`);
  mkdirSync(join(project.folder, 'features'));
  writeFileSync(join(project.folder, 'features', 'admission.feature'), FEATURE);
  const run = new Pipehat(project.folder, ['test', 'features', '--no-allure']);
  expect(await run.ended, run.out + run.err).toBe(EXIT.infrastructure);
  const [finished] = project.journal().filter(({ kind }) => kind === 'scenario-finished');
  expect(finished).toMatchObject({ verdict: 'untestable', blame: 'infrastructure' });
});
