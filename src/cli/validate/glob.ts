import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a path has to be looked for: shells on Windows do not do it. A file that is really named so goes before. */
export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

/**
 * The files that a pattern names, in the order of their names: `*` and `?` within a name, `**` for folders at any depth, `[a-z]`, `{a,b}`.
 * Backslashes are separators. Only folders that can lead to a file are entered; hidden ones and node_modules are not.
 */
export function globFiles(pattern: string): readonly string[] {
  return alternatives(pattern.replaceAll('\\', '/')).flatMap((one) => {
    const parts = one.split('/');
    const root = one.startsWith('/') ? '/' : '';
    return walk(root, root === '' ? parts : parts.slice(1));
  });
}

/** `a.{hl7,txt}` as `a.hl7` and `a.txt`; braces may be nested. */
function alternatives(pattern: string): readonly string[] {
  const inner = /\{([^{}]*)\}/.exec(pattern);
  if (inner === null) return [pattern];
  const [whole, body = ''] = inner;
  return body.split(',').flatMap((choice) => alternatives(pattern.replace(whole, () => choice)));
}

function walk(folder: string, parts: readonly string[]): readonly string[] {
  const [part = '', ...rest] = parts;
  if (part === '**')
    return [...walk(folder, rest), ...foldersIn(folder).flatMap((name) => walk(under(folder, name), parts))];
  if (!isGlob(part)) return rest.length > 0 ? walk(under(folder, part), rest) : existing(under(folder, part));
  const pattern = namePattern(part);
  if (rest.length > 0) {
    return foldersIn(folder)
      .filter((name) => pattern.test(name))
      .flatMap((name) => walk(under(folder, name), rest));
  }
  return entriesIn(folder)
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map(({ name }) => under(folder, name));
}

function under(folder: string, name: string): string {
  if (folder === '') return name === '' ? '/' : name;
  return folder.endsWith('/') ? folder + name : join(folder, name);
}

function existing(path: string): readonly string[] {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? [path] : [];
}

function foldersIn(folder: string): readonly string[] {
  const isSkipped = (name: string): boolean => name.startsWith('.') || name === 'node_modules';
  return entriesIn(folder)
    .filter((entry) => entry.isDirectory() && !isSkipped(entry.name))
    .map(({ name }) => name);
}

/** Nothing where the folder is not there or may not be read. */
function entriesIn(folder: string) {
  try {
    const entries = readdirSync(folder === '' ? '.' : folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** Case counts for nobody on Windows. */
function namePattern(part: string): RegExp {
  const source = part
    .replace(/[\\^$.+()|{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
    .replaceAll('[!', '[^');
  return new RegExp(`^${source}$`, process.platform === 'win32' ? 'i' : '');
}
