import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFECTS } from '../demo/defects.js';
import { EXIT } from './exit-codes.js';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const FEATURES = new URL('../../features/defects/', import.meta.url);
const results = mkdtempSync(join(tmpdir(), 'pipehat-defects-'));

afterAll(() => rmSync(results, { recursive: true, force: true }));

/** Runs one feature against the demo engine; resolves with the exit code and what was printed. */
function demo(
  feature: string,
  ...options: readonly string[]
): Promise<{ readonly code: number; readonly printed: string }> {
  const folder = mkdtempSync(join(results, 'run-'));
  const args = [MAIN, 'demo', feature, ...options, '--no-allure', '--results', folder];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, printed: `${stdout}${stderr}` });
    });
  });
}

describe.each(DEFECTS.map(({ name }) => name))('the defect %s', (name) => {
  const feature = fileURLToPath(new URL(`${name}.feature`, FEATURES));

  it('has a feature that is green without it and red because of it', async () => {
    expect(existsSync(feature), feature).toBe(true);
    const [clean, defective] = await Promise.all([demo(feature), demo(feature, '--defect', name)]);
    expect(clean.code, clean.printed).toBe(EXIT.passed);
    expect(defective.code, defective.printed).toBe(EXIT.failed);
  });
});
