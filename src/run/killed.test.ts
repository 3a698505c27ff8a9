import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const results = mkdtempSync(join(tmpdir(), 'pipehat-killed-'));

afterAll(() => rmSync(results, { recursive: true, force: true }));

/** Ends the run by `signal` when so many scenarios have been reported; resolves with the exit code (null for a kill). */
function endAfter(scenarios: number, signal: NodeJS.Signals, folder: string): Promise<number | null> {
  const args = [MAIN, 'demo', 'features/adt', '--no-allure', '--results', folder];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let seen = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (/^\s*✔/.test(line) && ++seen === scenarios) child.kill(signal);
  });
  return new Promise((resolve) => child.on('close', resolve));
}

function evidenceOf(folder: string): string {
  const [run = ''] = readdirSync(folder);
  return readFileSync(join(folder, run, 'evidence.html'), 'utf8');
}

describe('a run that does not end by itself', () => {
  it('keeps what it had recorded when it is killed, and says that it is not complete', async () => {
    const folder = join(results, 'killed');
    expect(await endAfter(5, 'SIGKILL', folder)).toBeNull();
    const [run = ''] = readdirSync(folder);
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'report', join(folder, run)], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stderr).toContain('the run ended before its time');
    expect(evidenceOf(folder)).toContain('An admission reaches the laboratory, radiology and the pharmacy');
  });

  it('writes its reports when it is interrupted, and exits with 130', async () => {
    const folder = join(results, 'interrupted');
    expect(await endAfter(3, 'SIGINT', folder)).toBe(130);
    expect(evidenceOf(folder)).toContain('Every system sees the admitted patient in the same bed');
  });
});
