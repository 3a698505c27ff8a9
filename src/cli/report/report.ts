import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORT_FORMATS, type ReportFormat } from '../../../reports/index.js';
import { closest } from '../../base/closest.js';
import { JOURNAL_FILE } from '../../evidence/journal.js';
import { readRun } from '../../evidence/read-journal.js';
import type { RunRecord } from '../../evidence/run-record.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import type { Terminal } from '../terminal.js';
import { projectFormats } from './formats.js';
import type { ReportOptions } from './options.js';

/** Renders what a run recorded. Throws OperatorError. */
export async function report(run: string | undefined, options: ReportOptions, terminal: Terminal): Promise<ExitCode> {
  const formats = chosenFormats(options, [...REPORT_FORMATS, ...(await projectFormats(options.config, terminal))]);
  const folder = run ?? lastRun(options.results);
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

function chosenFormats(options: ReportOptions, formats: readonly ReportFormat[]): readonly ReportFormat[] {
  const names = formats.map(({ name }) => name);
  for (const name of options.format ?? []) {
    if (names.includes(name)) continue;
    const meant = closest(name, names);
    const hint = meant === undefined ? '' : `did you mean ${meant}? `;
    throw new OperatorError(
      EXIT.usage,
      `--format: there is no format "${name}"`,
      `${hint}formats: ${names.join(', ')}`,
    );
  }
  const chosen = formats.filter(({ name }) => options.format?.includes(name) ?? true);
  if (options.out === '-' && chosen.length !== 1) {
    throw new OperatorError(EXIT.usage, '--out - prints one format', `add --format with one of: ${names.join(', ')}`);
  }
  return chosen;
}

/** Folders of runs are named by their time. */
function lastRun(results: string): string {
  const runs = existsSync(results)
    ? readdirSync(results).filter((name) => existsSync(join(results, name, JOURNAL_FILE)))
    : [];
  const last = runs.sort().at(-1);
  if (last !== undefined) return join(results, last);
  throw new OperatorError(
    EXIT.usage,
    `there is no run in ${results}`,
    'name the folder of a run, or make one with "pipehat demo"',
  );
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

function save(folder: string, fileName: string, text: string): string {
  const file = join(folder, fileName);
  try {
    mkdirSync(folder, { recursive: true });
    // Patient data, synthetic or not: for its owner alone.
    writeFileSync(file, text, { mode: 0o600 });
    return file;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new OperatorError(
      EXIT.infrastructure,
      `${file} cannot be written (${reason})`,
      'use --out with a folder that you may write to',
    );
  }
}
