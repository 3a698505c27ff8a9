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
} catch (error) {
  const code = report(error);
  process.exitCode = code;
  // A link that a failed command left open must not keep a CI job waiting; where none is open, this keeps nothing.
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
