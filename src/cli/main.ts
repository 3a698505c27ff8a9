#!/usr/bin/env node
import { CommanderError } from 'commander';
import { EXIT, type ExitCode } from './exit-codes.js';
import { OperatorError } from './operator-error.js';
import { program } from './program.js';

/** Milliseconds for output to be written after a failure. */
const GRACE_MS = 1_000;

// A reader that stops reading (`pipehat steps | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.passed : EXIT.harnessError);
});

try {
  await program().parseAsync(process.argv);
  if (process.exitCode === EXIT.interrupted) await endSoon(EXIT.interrupted);
} catch (error) {
  await endSoon(report(error));
}

/** What a failed or interrupted command left open, or still waits for, must not keep a CI job; where nothing is, this keeps nothing. */
async function endSoon(code: ExitCode): Promise<void> {
  process.exitCode = code;
  const { realTimer } = await import('../base/timer.js');
  realTimer().after(GRACE_MS, () => process.exit(code), { background: true });
}

/** One clear message on stderr; the stack only with --debug, which is for people who mend Pipehat. */
function report(error: unknown): ExitCode {
  // Commander has printed its message already; help and version are not mistakes.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.passed : EXIT.usage;
  if (process.argv.includes('--debug')) console.error(error);
  if (error instanceof OperatorError) {
    console.error(`pipehat: ${error.message}\n    ${error.remedy}`);
    return error.exitCode;
  }
  console.error(`pipehat: internal error: ${error instanceof Error ? error.message : String(error)}`);
  console.error('    this is a defect of Pipehat; run the same command with --debug and report what it prints');
  return EXIT.harnessError;
}
