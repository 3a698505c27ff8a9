import { join } from 'node:path';
import type { Profile } from '../../conformance/model/profile.js';
import { writeChapter2b } from '../../conformance/write/chapter-2b/write-chapter-2b.js';
import { writeIgamt } from '../../conformance/write/igamt/write-igamt.js';
import type { WrittenFiles } from '../../conformance/write/written-files.js';
import { writeYaml } from '../../conformance/write/yaml/write-yaml.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import type { Terminal } from '../terminal.js';
import { profileNamed } from './load.js';
import type { ConvertOptions } from './options.js';
import { writeFiles } from './write-files.js';

/** Writes a profile in another form. What is lost goes to standard error, or into the JSON. */
export function convert(name: string, options: ConvertOptions, terminal: Terminal): ExitCode {
  const { to, output, format } = options;
  if (to !== 'yaml' && output === undefined) {
    throw new OperatorError(EXIT.usage, `--to ${to} makes several files`, 'say where: --output <folder>');
  }
  const { files, losses } = written(profileNamed(name), to);
  const isRefused = options.lossless === true && losses.length > 0;
  const paths = [...files].map(([file, text]): readonly [string, string] => [pathOf(file, options), text]);
  if (!isRefused && output !== undefined) writeFiles(paths);
  if (format === 'json') {
    const names = isRefused || output === undefined ? [] : paths.map(([path]) => path);
    terminal.out(JSON.stringify({ form: to, files: names, losses }, undefined, 2));
  } else {
    for (const loss of losses) terminal.err(`lost: ${loss}`);
    if (isRefused) terminal.err('nothing was written');
    else print(paths, output, terminal);
  }
  return isRefused ? EXIT.failed : EXIT.passed;
}

function written(profile: Profile, to: ConvertOptions['to']): WrittenFiles {
  switch (to) {
    case 'igamt':
      return writeIgamt(profile);
    case 'chapter-2b':
      return writeChapter2b(profile);
    default:
      return { files: new Map([['profile.yaml', writeYaml(profile)]]), losses: [] };
  }
}

/** YAML is one file, which the output names; without an output it has no path. */
function pathOf(file: string, { to, output = '' }: ConvertOptions): string {
  return to === 'yaml' ? output : join(output, file);
}

function print(paths: readonly (readonly [string, string])[], output: string | undefined, terminal: Terminal): void {
  for (const [path, text] of paths) {
    if (output === undefined) terminal.out(text.trimEnd());
    else terminal.err(`${path} written`);
  }
}
