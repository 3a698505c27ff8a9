import { compareProfiles } from '../../conformance/diff/compare-profiles.js';
import { differencesText } from '../../conformance/diff/differences-text.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { packageVersion } from '../package-root.js';
import type { Terminal } from '../terminal.js';
import { profileNamed } from './load.js';
import type { DiffOptions } from './options.js';

/** Tells in what two profiles differ; like `diff`, 1 where they do. */
export function diff(before: string, after: string, { format }: DiffOptions, terminal: Terminal): ExitCode {
  const differences = compareProfiles(profileNamed(before), profileNamed(after));
  if (format === 'json') {
    terminal.out(JSON.stringify({ pipehat: packageVersion(), before, after, differences }, undefined, 2));
  } else if (differences.length === 0) terminal.err('no difference');
  else {
    terminal.out(differencesText(differences));
    terminal.err(differences.length === 1 ? '1 difference' : `${differences.length} differences`);
  }
  return differences.length === 0 ? EXIT.passed : EXIT.failed;
}
