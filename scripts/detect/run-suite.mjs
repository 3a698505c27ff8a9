import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = join(ROOT, 'dist/src/cli/main.js');
const TAGS = 'not @certification and not @manual and not @huge';

/**
 * Runs features against the demo engine, with a defect or without, and says which scenarios went red. Throws with what was
 * printed where the run did not come to its end.
 */
export async function runSuite({ defect, seed, features, folder }) {
  mkdirSync(folder, { recursive: true });
  const spoilt = defect === undefined ? [] : ['--defect', defect];
  const options = ['--seed', seed, '--tags', TAGS, '--no-allure', '--allow-untestable', '--results', resolve(folder)];
  const { code, printed } = await ended([MAIN, 'demo', ...features, ...spoilt, ...options]);
  const [name] = readdirSync(folder);
  if ((code !== 0 && code !== 1) || name === undefined)
    throw new Error(`detect: exit code ${code} of a run\n${printed}`);
  const { scenarios } = JSON.parse(readFileSync(join(folder, name, 'run.json'), 'utf8'));
  rmSync(folder, { recursive: true });
  const told = scenarios.map(({ uri, name: title, verdict }) => ({ feature: uri, name: title, verdict }));
  return { scenarios: told, red: told.filter(({ verdict }) => verdict === 'failed') };
}

function ended(args) {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (printed += data));
  return new Promise((done) => child.once('close', (code) => done({ code, printed })));
}
