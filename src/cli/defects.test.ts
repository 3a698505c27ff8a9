import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFECTS } from '../demo/defects.js';
import { EXIT } from './exit-codes.js';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const MINUTES_MS = 60_000;
const FEATURES = new URL('../../features/defects/', import.meta.url);
const results = mkdtempSync(join(tmpdir(), 'pipehat-defects-'));

afterAll(() => rmSync(results, { recursive: true, force: true }));

/** Runs features against the demo engine; resolves with the exit code and what was printed. */
function demo(...args: readonly string[]): Promise<{ readonly code: number; readonly printed: string }> {
  const folder = mkdtempSync(join(results, 'run-'));
  const options = ['--no-allure', '--results', folder];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [MAIN, 'demo', ...args, ...options], (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, printed: `${stdout}${stderr}` });
    });
  });
}

const featureOf = (name: string): string => fileURLToPath(new URL(`${name}.feature`, FEATURES));
const names = DEFECTS.map(({ name }) => name);

describe('each defect has a feature', () => {
  it('of its own name', () => {
    const features = readdirSync(FEATURES).map((file) => file.replace('.feature', ''));
    expect(features.sort()).toEqual([...names].sort());
  });

  it('that is green without it', { timeout: 5 * MINUTES_MS }, async () => {
    const { code, printed } = await demo(...names.map(featureOf));
    expect(code, printed).toBe(EXIT.passed);
  });

  it.concurrent.each(names)('that is red because of it: %s', { timeout: 5 * MINUTES_MS }, async (name) => {
    const { code, printed } = await demo(featureOf(name), '--defect', name);
    expect(code, printed).toBe(EXIT.failed);
    // The accounting alone would make the run red, too.
    expect(printed).toMatch(/ [1-9]\d* failed/);
  });
});

describe('what no scenario looks at', () => {
  it('makes the run red where messages do not add up, and they are named', { timeout: MINUTES_MS }, async () => {
    const feature = 'features/acknowledgment/echo.feature';
    const { code, printed } = await demo(feature, '--defect', 'cuts-location');
    expect(printed).not.toMatch(/ [1-9]\d* failed/);
    expect(printed).toMatch(/altered x\d+ ADT\^A01 \S+ sut>lis: PV1\[1\]-3/);
    expect(code, printed).toBe(EXIT.failed);
    const clean = await demo(feature);
    expect(clean.code, clean.printed).toBe(EXIT.passed);
  });
});
