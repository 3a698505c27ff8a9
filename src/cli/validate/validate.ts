import { realTimer } from '../../base/timer.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { type Interrupt, watchInterrupt } from '../interrupt.js';
import { OperatorError } from '../operator-error.js';
import type { Terminal } from '../terminal.js';
import { printCodes } from './codes.js';
import { Intake } from './intake.js';
import type { ValidateOptions } from './options.js';
import { Outcome } from './outcome.js';
import { fileOutput, type Output, standardOutput } from './output.js';
import { Progress } from './progress.js';
import { runJobs } from './run-jobs.js';
import { Runners } from './runners.js';
import { type Setup, setUp } from './setup.js';
import { findSources, type Source } from './sources.js';
import { updateBaseline } from './update-baseline.js';
import { watchAndRepeat } from './watch.js';

/** Judges messages and prints what is found. Throws OperatorError. */
export async function validate(
  files: readonly string[],
  options: ValidateOptions,
  terminal: Terminal,
  output: Output = standardOutput(),
): Promise<ExitCode> {
  if (options.codes) {
    printCodes(options.format, terminal);
    return EXIT.passed;
  }
  if (files.length === 0) {
    throw new OperatorError(
      EXIT.nothingRan,
      'no file is named',
      'give files, folders, patterns, or - for standard input',
    );
  }
  const interrupt = watchInterrupt();
  const once = (): Promise<ExitCode> => validateOnce(files, options, terminal, output, interrupt);
  try {
    return options.watch ? await watchAndRepeat(files, options, terminal, interrupt, once) : await once();
  } finally {
    interrupt.release();
  }
}

async function validateOnce(
  files: readonly string[],
  options: ValidateOptions,
  terminal: Terminal,
  standard: Output,
  interrupt: Interrupt,
): Promise<ExitCode> {
  const setup = setUp(options, process.stdout.isTTY === true && !process.env['NO_COLOR']);
  const sources = findSources(files);
  const output = options.output === undefined ? standard : fileOutput(options.output);
  const outcome = new Outcome(setup, options);
  const intake = new Intake(setup.selection, setup.mode);
  try {
    const isInterrupted = await judgeAll(sources, { setup, options, output, outcome, intake, interrupt });
    if (intake.skipped.length > 0) terminal.err(skippedLine(intake.skipped));
    if (outcome.isEmpty) throw nothingFound(files);
    if (options.updateBaseline) terminal.err(updated(setup, outcome, options));
    return isInterrupted ? EXIT.interrupted : outcome.exitCode;
  } finally {
    output.close();
  }
}

interface Work {
  readonly setup: Setup;
  readonly options: ValidateOptions;
  readonly output: Output;
  readonly outcome: Outcome;
  readonly intake: Intake;
  readonly interrupt: Interrupt;
}

/** Resolves to whether a person stopped it. What was judged until then is written. */
async function judgeAll(sources: readonly Source[], work: Work): Promise<boolean> {
  const { setup, options, output, outcome, intake, interrupt } = work;
  let isInterrupted = false;
  void interrupt.requested.then(() => {
    isInterrupted = true;
    // Who waits for input would wait for ever.
    if (sources.some(({ name }) => name === '-')) process.stdin.destroy();
  });
  const document = setup.format.document(setup.facts);
  const progress = new Progress(process.stderr, realTimer());
  const total = sources.reduce((sum, { size }) => sum + (size ?? 0), 0);
  const runners = await Runners.for(setup, options.threads);
  try {
    await output.write(document.begin());
    for await (const result of runJobs(intake.jobs(sources), () => runners)) {
      outcome.add(result);
      const texts = result.pieces.map(({ text, source }) => document.add(text, source));
      await output.write(texts.join(''));
      progress.show(outcome.counts.messages, outcome.counts.failed, intake.bytes, total);
      if (isInterrupted) break;
    }
    progress.clear();
    if (!outcome.isEmpty || setup.format.name !== 'text')
      await output.write(document.end(outcome.summary(sources.length)));
  } finally {
    progress.clear();
    await runners.close();
  }
  return isInterrupted;
}

function updated({ severity: { baseline, today } }: Setup, { acceptable }: Outcome, options: ValidateOptions): string {
  return baseline === undefined ? '' : updateBaseline(baseline, acceptable, today, options);
}

/** Names of files that are written out. */
const NAMES = 5;

function skippedLine(names: readonly string[]): string {
  const left = names.length - NAMES;
  const more = left > 0 ? ` and ${left} more` : '';
  return `not judged, since they hold no message: ${names.slice(0, NAMES).join(', ')}${more}`;
}

function nothingFound(files: readonly string[]): OperatorError {
  const remedy = 'a message begins with MSH at the beginning of a line';
  return new OperatorError(EXIT.nothingRan, `no message found in ${files.join(', ')}`, remedy);
}
