import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { forwardSlashes } from './path-text.js';

const OWN_STEPS = new URL('../../steps/', import.meta.url);
const TYPESCRIPT_STEPS = new URL('./typescript-steps.js', import.meta.url);

/**
 * What cucumber has to import, as absolute paths and globs: our steps, which are compiled, and the user's, which may be
 * TypeScript, for which a loader must come first. `users` are absolute paths of files or folders; absent ones are left out.
 */
export function stepImports(users: readonly string[]): string[] {
  const own = `${forwardSlashes(fileURLToPath(OWN_STEPS))}**/!(*.test).js`;
  const theirs = users
    .filter((path) => existsSync(path))
    .map((path) => (/\.[cm]?[jt]s$/.test(path) ? path : `${path}/**/*.{js,mjs,cjs,ts,mts}`));
  const loader = theirs.length > 0 ? [fileURLToPath(TYPESCRIPT_STEPS)] : [];
  return [...loader, own, ...theirs].map(forwardSlashes);
}
