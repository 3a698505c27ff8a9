import type { RunRecord } from '../../evidence/run-record.js';
import { EXIT, type ExitCode } from '../exit-codes.js';

/** What a finished run says to the shell. The worst counts: a failed check before what could not be tested. */
export function exitCodeOf(record: RunRecord, allowUntestable: boolean): ExitCode {
  if (record.interrupted) return EXIT.interrupted;
  if (record.scenarios.some(hasUndefinedStep)) return EXIT.usage;
  switch (record.verdict) {
    case 'passed':
      return EXIT.passed;
    case 'failed':
      return EXIT.failed;
    case 'harness-error':
      return isOfFeatures(record) ? EXIT.usage : EXIT.harnessError;
    default:
      return allowUntestable ? EXIT.passed : isUnreachable(record) ? EXIT.infrastructure : EXIT.incomplete;
  }
}

function hasUndefinedStep({ steps }: RunRecord['scenarios'][number]): boolean {
  return steps.some(({ status }) => status === 'undefined' || status === 'ambiguous');
}

/** Pipehat could not do what scenarios said, and nothing else was wrong with it. */
function isOfFeatures({ scenarios }: RunRecord): boolean {
  return scenarios.every(({ verdict, blame }) => verdict !== 'harness-error' || blame === 'feature');
}

/** Nothing but a dead link kept the run from being judged. */
function isUnreachable({ scenarios }: RunRecord): boolean {
  return scenarios.some(({ blame }) => blame === 'infrastructure');
}
