import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';

export type LoadedModule =
  | { readonly kind: 'module'; readonly exports: Readonly<Record<string, unknown>> }
  | { readonly kind: 'failed'; readonly what: string; readonly remedy: string };

/** A module of the user's project: an absolute path, or the name of a package that is installed in `folder`. TypeScript needs no build. */
export async function loadModule(module: string, folder: string): Promise<LoadedModule> {
  if (isAbsolute(module) && !existsSync(module)) {
    return { kind: 'failed', what: 'there is no such file', remedy: 'write its path relative to the config file' };
  }
  try {
    if (/\.[cm]?ts$/.test(module)) await import('./typescript-steps.js');
    return { kind: 'module', exports: await import(/* @vite-ignore */ specifier(module, folder)) };
  } catch (error) {
    return { kind: 'failed', what: `it cannot be loaded: ${reason(error)}`, remedy: remedyFor(module) };
  }
}

function specifier(module: string, folder: string): string {
  return isAbsolute(module) ? pathToFileURL(module).href : packageEntry(module, folder);
}

/** A package without an entry for `require` is looked for beside Pipehat, where npm puts both. */
function packageEntry(name: string, folder: string): string {
  try {
    return pathToFileURL(createRequire(join(folder, 'package.json')).resolve(name)).href;
  } catch {
    return name;
  }
}

/** Errors of the TypeScript loader have no prototype, and inspect alone shows what they say. */
function reason(error: unknown): string {
  return error instanceof Error ? error.message : inspect(error);
}

function remedyFor(module: string): string {
  return isAbsolute(module)
    ? 'mend the file it names'
    : `npm install --save-dev ${module}, or write the path of a file`;
}
