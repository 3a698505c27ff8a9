import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AnsweringSystem } from '../../load/run/testdata/answering-system.js';
import { EXIT } from '../exit-codes.js';
import { emptyFolder, Pipehat } from './testdata/pipehat.js';

const PLAN = ['--rate', '100/s', '--duration', '1s', '--patients', '2'];

function started(to: string, ...args: readonly string[]): { readonly run: Pipehat; readonly folder: string } {
  const folder = emptyFolder();
  return { folder, run: new Pipehat(folder, ['load', '--to', to, ...PLAN, ...args]) };
}

describe('before anything is sent', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['mllp://127.0.0.1:1', ['--rate', '90000/s'], /90000 messages a second are more than 1 worker/],
    [
      'mllp://127.0.0.1:1',
      ['--rate', '900000/s', '--workers', '40'],
      /\(connections x depth \/ rate\); at 0\.05 ms they carry 160000 a second/,
    ],
    [
      'mllp://192.0.2.1:2575',
      [],
      /192\.0\.2\.1 is another machine, and nothing was sent[\s\S]*--allow-target 192\.0\.2\.1/,
    ],
    ['mllp://127.0.0.1:1', ['--threshold', 'ledger.lost == 0'], /"ledger\.lost == 0" needs a far end/],
    ['mllp://127.0.0.1:1', ['--threshold', 'validation.failed == 0'], /needs a profile: add --validate base/],
    ['mllp://127.0.0.1:1', ['--validate', 'base'], /nothing is delivered that could be validated/],
    ['mllp://127.0.0.1:1', ['--fault', 'missing-end'], /does not say which messages/],
    [
      'mllp://127.0.0.1:1',
      ['--fault', 'late-acknowledgment:on=0.1'],
      /there is no fault "late-acknowledgment"; there are byte-by-byte/,
    ],
    ['mllp://127.0.0.1:1', ['--fault', 'missing-end:on=0.1,times=2'], /times= would need all workers/],
    ['mllp://127.0.0.1:1', ['--connections', '9..2'], /9 connections at least are more than 2 at most/],
    ['mllp://127.0.0.1:1', ['--far-end', 'mllps://7001'], /is to listen with TLS, and has no certificate/],
    ['mllp://127.0.0.1:1', ['--validate', 'adtt', '--far-end', '7001'], /there is no profile "adtt"/],
    ['mllp://127.0.0.1:1', ['--warm-up', '2s'], /leaves nothing of the 1 s to measure/],
  ])('%s %j is told with its remedy', async (to, args, what) => {
    const { run } = started(to, ...args);
    expect(await run.ended, run.err).toBe(EXIT.usage);
    expect(run.err).toMatch(what);
  });

  it('a folder is refused into which nothing can be written', async () => {
    const system = await AnsweringSystem.open();
    const { run } = started(`mllp://127.0.0.1:${system.port}`, '--results', '/dev/full/results');
    expect(await run.ended).toBe(EXIT.infrastructure);
    expect(run.err).toMatch(/the results cannot be written to \/dev\/full\/results[\s\S]*nothing was sent/);
    expect(system.got).toEqual([]);
  });
});

describe('a run that does not end well', () => {
  it('ends with what it has where the system goes away, and says so', async () => {
    const system = await AnsweringSystem.open();
    const { run, folder } = started(`mllp://127.0.0.1:${system.port}`, '--duration', '60s', '--format', 'json');
    await system.received(100);
    await system.close();
    const result = await run.result();
    expect(await run.ended).toBe(EXIT.infrastructure);
    expect(result).toMatchObject({ outcome: 'unreachable' });
    expect(result.acknowledged).toBeGreaterThanOrEqual(99);
    expect(result.offered).toBeLessThan(6_000);
    const [name = ''] = readdirSync(join(folder, 'results'));
    expect(readFileSync(join(folder, 'results', name, 'load.md'), 'utf8')).toContain('gone before the end');
  }, 60_000);

  it('prints what it measured where the disk has become full meanwhile', async () => {
    const system = await AnsweringSystem.open();
    const { run, folder } = started(`mllp://127.0.0.1:${system.port}`, '--duration', '2s', '--format', 'json');
    await system.received(20);
    // As a full disk does: nothing can be made in it any more.
    rmSync(join(folder, 'results'), { recursive: true });
    writeFileSync(join(folder, 'results'), '');
    expect(await run.result()).toMatchObject({ outcome: 'completed', sent: 200 });
    expect(await run.ended).toBe(EXIT.infrastructure);
    expect(run.err).toMatch(/cannot be written[\s\S]*what was measured is printed above/);
  }, 60_000);

  it('is interrupted with what it has', async () => {
    const system = await AnsweringSystem.open();
    const { run } = started(`mllp://127.0.0.1:${system.port}`, '--duration', '60s', '--format', 'json');
    await system.received(50);
    run.kill('SIGINT');
    const result = await run.result();
    expect(await run.ended).toBe(EXIT.interrupted);
    expect(result).toMatchObject({ outcome: 'interrupted' });
    expect(result.acknowledged).toBeGreaterThanOrEqual(40);
  }, 60_000);
});
