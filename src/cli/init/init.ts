import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import { packageVersion } from '../package-root.js';
import type { Terminal } from '../terminal.js';
import type { InitOptions } from './options.js';
import { projectFiles } from './project-files.js';

/** Writes a new project. Throws OperatorError where files exist already or cannot be written. */
export function init(folder: string, options: InitOptions, terminal: Terminal): ExitCode {
  const target = resolve(folder);
  const files = projectFiles({ name: packageName(target), version: packageVersion() });
  const existing = files.filter(({ path }) => existsSync(join(target, path)));
  if (existing.length > 0 && !options.keep) {
    const names = existing.map(({ path }) => path).join(', ');
    throw new OperatorError(
      EXIT.usage,
      `${target} has files of these names already, and nothing was written: ${names}`,
      'choose an empty folder, or add --keep to keep them and write only the missing ones',
    );
  }
  for (const file of files) {
    if (existing.includes(file)) continue;
    write(join(target, file.path), file.content);
    terminal.out(`wrote ${join(folder, file.path)}`);
  }
  for (const file of existing) terminal.out(`kept  ${join(folder, file.path)}`);
  terminal.out(nextCommands(target));
  return EXIT.passed;
}

function write(file: string, content: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content, { flag: 'wx' });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    const remedy = 'name a folder that you may write to; --keep goes on where this stopped';
    throw new OperatorError(EXIT.infrastructure, `${file} cannot be written (${reason})`, remedy);
  }
}

/** The folder's name, as npm allows it. */
function packageName(target: string): string {
  const name = basename(target)
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|-+$/g, '');
  return name === '' ? 'interface-tests' : name;
}

function nextCommands(target: string): string {
  const folder = relative(process.cwd(), target);
  return [
    '',
    'Next:',
    ...(folder === '' ? [] : [`  cd ${folder}`]),
    '  npm install',
    '  npx pipehat doctor',
    '  npm test               (against the demo engine; later: npx pipehat test --env test)',
    '',
    'README.md says how to point it at your engine.',
  ].join('\n');
}
