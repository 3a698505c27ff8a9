import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import type { Check } from './check.js';

const OLDEST_NODE = [20, 19] as const;

export function checkNode(version: string = process.versions.node): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (isNewEnough) return { name: 'Node', status: 'ok', detail: version };
  const remedy = `install Node ${OLDEST_NODE.join('.')} or newer from https://nodejs.org`;
  return { name: 'Node', status: 'broken', detail: `${version} is too old`, remedy };
}

/** Java draws the Allure page; everything else works without. */
export function checkJava(): Check {
  const { status, stderr, stdout } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (status === 0) {
    const detail = /"([^"]+)"/.exec(`${stderr}${stdout}`)?.[1] ?? 'present';
    return { name: 'Java', status: 'ok', detail };
  }
  const remedy = 'for the Allure HTML page install a Java runtime; every other report works without';
  return { name: 'Java', status: 'note', detail: 'not found', remedy };
}

export function checkAllure(cwd: string): Check {
  const found = resolved('allure-commandline/package.json', cwd);
  if (found !== undefined) return { name: 'allure-commandline', status: 'ok', detail: dirname(found) };
  const remedy = 'for the Allure HTML page: npm install --save-dev allure-commandline';
  return { name: 'allure-commandline', status: 'note', detail: 'not installed', remedy };
}

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];

/** Pipehat's own browser tests use it; a user's reports need any browser that opens a file. */
export function checkBrowser(variables: NodeJS.ProcessEnv = process.env): Check {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (variables['PATH'] ?? variables['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = folders.flatMap((folder) =>
    BROWSERS.flatMap((name) => endings.map((ending) => join(folder, `${name}${ending}`))),
  );
  const found = candidates.find((path) => existsSync(path));
  if (found !== undefined) return { name: 'Chromium', status: 'ok', detail: found };
  const remedy = 'only automatic checks of the report pages need it; any browser opens them';
  return { name: 'Chromium', status: 'note', detail: 'not found on the path', remedy };
}

/** Where `name` is found from `folder`, as Node would. */
export function resolved(name: string, folder: string): string | undefined {
  try {
    return createRequire(join(folder, 'index.js')).resolve(name);
  } catch {
    return undefined;
  }
}
