import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ALLURE_FILE, allureCommand, withoutNetwork } from '../../reports/allure.js';
import { ALLURE_RESULTS } from './formats.js';

/** Allure's page of a run, where Java and allure-commandline are present; undefined where one is not, or it fails. */
export async function writeAllure(folder: string): Promise<string | undefined> {
  const program = allureProgram();
  const results = join(folder, ALLURE_RESULTS);
  if (program === undefined || !existsSync(results) || !(await succeeds('java', ['-version']))) return undefined;
  const report = join(folder, 'allure');
  const { args, env } = allureCommand(results, report);
  if (!(await succeeds(process.execPath, [program, ...args], env))) return undefined;
  const file = join(report, ALLURE_FILE);
  writeFileSync(file, withoutNetwork(readFileSync(file, 'utf8')), { mode: 0o600 });
  return file;
}

/** allure-commandline is an extra: it is looked for beside the package and in the user's project. */
function allureProgram(): string | undefined {
  const places = [import.meta.url, join(process.cwd(), 'package.json')];
  for (const place of places) {
    try {
      return createRequire(place).resolve('allure-commandline/bin/allure');
    } catch {
      // Not installed there: the next place may have it.
    }
  }
  return undefined;
}

function succeeds(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { stdio: 'ignore', env: { ...process.env, ...env } });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
