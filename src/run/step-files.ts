import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';

const STEP_FILE = /\.(js|mjs|cjs|ts|mts)$/;

/** The step files of a project, in order; `paths` are absolute, files or folders, absent ones are left out. */
export function stepFiles(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return [];
    if (stat.isFile()) return [path];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
    return names
      .filter((name) => STEP_FILE.test(name))
      .sort()
      .map((name) => join(path, name));
  });
}

/**
 * Which of the files cannot be imported, after an import of all of them has failed: those that have been imported are not
 * run again, and the one that failed fails again.
 */
export async function brokenFile(files: readonly string[]): Promise<string | undefined> {
  for (const file of files) {
    try {
      await import(/* @vite-ignore */ pathToFileURL(file).href);
    } catch {
      return file;
    }
  }
  return undefined;
}

/** What Node says of `import` in a project whose package.json does not name a module type. */
const NO_MODULE = /require\(\) ES Module|import statement outside a module/;

/** What an error says, with the line of the project in which it was thrown. Errors of the TypeScript loader are no Error. */
export function importError(error: unknown, folder: string): string {
  if (!(error instanceof Error)) return inspect(error);
  if (NO_MODULE.test(error.message))
    return 'step files are modules: add "type": "module" to the package.json of the project';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const here = pathToFileURL(folder).href;
  const own = frames.find((line) => (line.includes(folder) || line.includes(here)) && !line.includes('node_modules'));
  const [place] = /[^(\s]+:\d+:\d+/.exec(own ?? '') ?? [];
  return place === undefined ? error.message : `${error.message} (at ${place})`;
}
