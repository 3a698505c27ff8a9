import { profilePage } from '../../conformance/show/page/profile-page.js';
import { profileJson } from '../../conformance/show/profile-json.js';
import { treeText } from '../../conformance/show/tree-text.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import type { Terminal } from '../terminal.js';
import { profileNamed } from './load.js';
import type { ShowOptions } from './options.js';
import { writeFiles } from './write-files.js';

/** Shows a profile; a page or tree goes to a file where one is named. */
export function show(name: string, options: ShowOptions, terminal: Terminal): ExitCode {
  const profile = profileNamed(name);
  const { path, depth, format, output } = options;
  if (format === 'html' && path !== undefined) {
    throw new OperatorError(EXIT.usage, '--path is for trees', 'leave it out: the page has a search');
  }
  const where = { depth, ...(path !== undefined && { path }) };
  const text =
    format === 'html'
      ? profilePage(profile)
      : format === 'json'
        ? profileJson(profile, where)
        : treeText(profile, where);
  if (text === undefined) {
    const remedy = 'write PID-3, or ORDER.NTE; "pipehat profile show" without --path lists what there is';
    throw new OperatorError(EXIT.usage, `the profile ${profile.id} has nothing at ${path}`, remedy);
  }
  if (output === undefined) terminal.out(text);
  else {
    writeFiles([[output, text]]);
    terminal.err(`${output} written`);
  }
  return EXIT.passed;
}
