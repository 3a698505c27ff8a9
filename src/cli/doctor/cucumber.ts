import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { packageRoot } from '../package-root.js';
import type { Check } from './check.js';
import { resolved } from './machine.js';

const MANIFEST = '@cucumber/cucumber/package.json';

/**
 * Steps must reach the very copy of cucumber that runs them; with two copies every step fails with "calling functions
 * on an instance of Cucumber that isn't running".
 */
export function checkCucumber(cwd: string, pipehat: string = packageRoot()): Check {
  const ours = folderOf(pipehat);
  const theirs = folderOf(cwd);
  const name = 'cucumber';
  const install = 'npm install --save-dev @cucumber/cucumber@12';
  if (ours === undefined) {
    return { name, status: 'broken', detail: '@cucumber/cucumber is not installed beside pipehat', remedy: install };
  }
  if (theirs === undefined) {
    const detail = `${ours}; steps of your own would not find it from ${cwd}`;
    return { name, status: 'note', detail, remedy: `in a project with steps of its own: ${install}` };
  }
  if (theirs === ours) return { name, status: 'ok', detail: ours };
  return {
    name,
    status: 'broken',
    detail: `two copies: your steps would load ${theirs}, pipehat runs ${ours}`,
    remedy: 'keep one: install pipehat in the project instead of linking it, then npm dedupe',
  };
}

function folderOf(from: string): string | undefined {
  const manifest = resolved(MANIFEST, from);
  return manifest === undefined ? undefined : realpathSync(dirname(manifest));
}
