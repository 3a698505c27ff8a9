// Compiles the package into dist/, with the base standard's data and the package's profiles beside the code that loads them.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildProfiles } from './build-profiles.mjs';
import { generateStandard } from './generate-standard.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

function node(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

// First, so that the tests have their data even while the code does not compile.
generateStandard();
node(tsc, '-p', 'tsconfig.build.json');
// The profiles' own paths are relative to the package.
process.chdir(root);
await buildProfiles();
