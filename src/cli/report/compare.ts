import { compareLoad } from '../../../reports/load/compare/compare-load.js';
import type { LoadComparison } from '../../../reports/load/compare/load-comparison.js';
import { comparisonPage } from '../../../reports/load/compare/page.js';
import { comparisonText } from '../../../reports/load/compare/text.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { chartLibrary } from '../load/chart-library.js';
import { hasColours } from '../load/colours.js';
import { OperatorError } from '../operator-error.js';
import type { Terminal } from '../terminal.js';
import { chosenFormats } from './choose.js';
import { readLoadRun } from './load-run.js';
import type { ReportOptions } from './options.js';
import { save } from './save.js';

/** Says which of two load runs is the slower, and whether that is more than chance. Throws OperatorError. */
export function compareRuns(runs: readonly string[], options: ReportOptions, terminal: Terminal): ExitCode {
  const [a, b] = bothOf(runs).map(readLoadRun);
  if (a === undefined || b === undefined) return EXIT.usage;
  const comparison = compareLoad(a.result, b.result);
  const formats = [
    { name: 'text', fileName: 'comparison.txt', write: (colours: boolean) => comparisonText(comparison, { colours }) },
    { name: 'json', fileName: 'comparison.json', write: () => JSON.stringify(comparison) },
    { name: 'html', fileName: 'comparison.html', write: () => comparisonPage(a.result, b.result, chartLibrary()) },
  ];
  for (const { name, fileName, write } of chosenFormats({ ...options, ...wanted(options) }, formats)) {
    // Unless somebody says where to, a page belongs beside the newer run, and a text where it is read at once.
    const isShown = options.out === '-' || (options.out === undefined && name !== 'html');
    if (isShown) terminal.out(write(hasColours(process.stdout)));
    else terminal.out(`wrote ${save(options.out ?? b.folder, fileName, `${write(false)}\n`)}`);
  }
  return exitCodeOf(comparison);
}

/** Who wants it in a folder and names no format gets all of them. */
function wanted({ format, out }: ReportOptions): Pick<ReportOptions, 'format'> {
  return format !== undefined || out !== undefined ? {} : { format: ['text', 'html'] };
}

function bothOf(runs: readonly string[]): readonly string[] {
  if (runs.length === 2) return runs;
  throw new OperatorError(
    EXIT.usage,
    `--compare needs two load runs, and ${runs.length === 1 ? 'one is' : `${runs.length} are`} named`,
    'name the one before and the one after: pipehat report --compare results/before results/after',
  );
}

function exitCodeOf({ isRegression, speed }: LoadComparison): ExitCode {
  if (isRegression) return EXIT.failed;
  return speed === 'not comparable' ? EXIT.incomplete : EXIT.passed;
}
