import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { REPORT_FORMATS, type ReportFormat } from '../../../reports/index.js';
import { JOURNAL_FILE } from '../../evidence/journal.js';
import { readRun } from '../../evidence/read-journal.js';
import type { RunRecord } from '../../evidence/run-record.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import type { Terminal } from '../terminal.js';
import { chosenFormats } from './choose.js';
import { compareRuns } from './compare.js';
import { projectFormats } from './formats.js';
import { loadReport } from './load-report.js';
import { isLoadRun } from './load-run.js';
import type { ReportOptions } from './options.js';
import { save } from './save.js';

/** Renders what a run recorded, or compares two. Throws OperatorError. */
export async function report(run: string | undefined, options: ReportOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.compare) return compareRuns(options.compare, options, terminal);
  const folder = run ?? lastRun(options.results);
  if (folder !== undefined && isLoadRun(folder)) return loadReport(folder, options, terminal);
  const formats = chosenFormats(options, [...REPORT_FORMATS, ...(await projectFormats(options.config, terminal))]);
  if (folder === undefined) throw noRun(options);
  const record = readRecord(folder);
  if (!record.complete) terminal.err(`${folder}: the run ended before its time; this is what it had recorded`);
  if (record.unreadableLines > 0) terminal.err(`${folder}: ${record.unreadableLines} lines could not be read`);
  for (const format of formats) {
    const { fileName } = format;
    const text = rendered(format, record);
    if (options.out === '-') terminal.out(text);
    else terminal.out(`wrote ${save(options.out ?? folder, fileName, text)}`);
  }
  return EXIT.passed;
}

/** A format of the project may throw. */
function rendered({ name, write }: ReportFormat, record: RunRecord): string {
  try {
    return write(record);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new OperatorError(EXIT.usage, `the report "${name}" threw: ${what}`, 'mend its module', error);
  }
}

/** Folders of runs are named by their time. */
function lastRun(results: string): string | undefined {
  const runs = existsSync(results) ? readdirSync(results).filter((name) => holdsRun(join(results, name))) : [];
  const last = runs.sort().at(-1);
  return last === undefined ? undefined : join(results, last);
}

function noRun({ results }: ReportOptions): OperatorError {
  return new OperatorError(
    EXIT.usage,
    `there is no run in ${results}`,
    'name the folder of a run, or make one with "pipehat demo"',
  );
}

function holdsRun(folder: string): boolean {
  return existsSync(join(folder, JOURNAL_FILE)) || isLoadRun(folder);
}

function readRecord(folder: string): RunRecord {
  if (!existsSync(join(folder, JOURNAL_FILE))) {
    throw new OperatorError(
      EXIT.usage,
      `${folder} holds no ${JOURNAL_FILE}`,
      'name the folder of a run, for example one in results',
    );
  }
  try {
    return readRun(folder);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new OperatorError(EXIT.usage, what, 'there is nothing to render; start the run again');
  }
}
