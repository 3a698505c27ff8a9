import { join } from 'node:path';
import { ConsoleProgress } from '../../../reports/console.js';
import { runSuite, type SuiteOptions, type SuiteResult } from '../../run/run-suite.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { watchInterrupt } from '../interrupt.js';
import { OperatorError } from '../operator-error.js';
import type { Terminal } from '../terminal.js';
import { askTerminal } from './ask-terminal.js';
import { exitCodeOf } from './exit-code.js';

type Given = Omit<SuiteOptions, 'ask' | 'onEntry' | 'interrupted'> & { readonly allowUntestable: boolean };

/** Runs a suite with progress on the terminal and says where the evidence is. Throws OperatorError. */
export async function performSuite(given: Given, terminal: Terminal): Promise<ExitCode> {
  const interrupt = watchInterrupt();
  const { isDemoEngine, showsPatientValues = isDemoEngine } = given.config.environment;
  const progress = new ConsoleProgress({
    colours: process.stdout.isTTY === true,
    // Patients of the embedded engine are made up by this very run.
    patientValues: showsPatientValues,
  });
  const print = (lines: readonly string[]): void => lines.forEach(terminal.out);
  try {
    const result = await runSuite({
      ...given,
      ask: askTerminal(process.stdin, process.stdout),
      onEntry: (entry) => print(progress.take(entry)),
      interrupted: interrupt.requested,
    });
    return conclude(result, given, progress, terminal);
  } finally {
    interrupt.release();
  }
}

function conclude(result: SuiteResult, given: Given, progress: ConsoleProgress, terminal: Terminal): ExitCode {
  switch (result.kind) {
    case 'unreadable':
      throw new OperatorError(EXIT.usage, result.problems.join('\n         '), 'mend what is named above');
    case 'nothing-to-run':
      throw new OperatorError(EXIT.nothingRan, 'no scenario matches', nothingRanRemedy(given));
    case 'not-open':
      throw new OperatorError(EXIT.infrastructure, result.message, result.remedy);
    case 'ran': {
      for (const line of progress.finish(result.record, { evidence: evidencePage(result) })) terminal.out(line);
      for (const { name, reason } of result.failedReports) terminal.err(`the report "${name}" threw: ${reason}`);
      const code = exitCodeOf(result.record, given.allowUntestable);
      return code === EXIT.passed && result.failedReports.length > 0 ? EXIT.usage : code;
    }
  }
}

function nothingRanRemedy({ selection }: Given): string {
  const tags = selection.tags === '' ? '' : ` with the tags "${selection.tags}"`;
  return `look for scenarios${tags} in ${selection.paths.join(', ')}, or leave --tags away`;
}

function evidencePage({ folder, reports }: Extract<SuiteResult, { kind: 'ran' }>): string {
  return reports.find(({ name }) => name === 'evidence')?.file ?? join(folder, 'run.ndjson');
}
