import { LOAD_FORMATS } from '../../../reports/load/formats.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { chartLibrary } from '../load/chart-library.js';
import type { Terminal } from '../terminal.js';
import { chosenFormats } from './choose.js';
import { readLoadRun } from './load-run.js';
import type { ReportOptions } from './options.js';
import { save } from './save.js';

/** Renders a load run again from its result. Throws OperatorError. */
export function loadReport(run: string, options: ReportOptions, terminal: Terminal): ExitCode {
  const formats = chosenFormats(options, LOAD_FORMATS);
  const { result, folder } = readLoadRun(run);
  const library = chartLibrary();
  for (const { fileName, write } of formats) {
    const text = write(result, library);
    if (options.out === '-') terminal.out(text.trimEnd());
    else terminal.out(`wrote ${save(options.out ?? folder, fileName, text)}`);
  }
  return EXIT.passed;
}
