#!/usr/bin/env node
import { CommanderError } from 'commander';
import { EXIT, type ExitCode } from './exit-codes.js';
import { OperatorError } from './operator-error.js';
import { program } from './program.js';

// A reader that stops reading (`pipehat steps | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.passed : EXIT.harnessError);
});

try {
  await program().parseAsync(process.argv);
} catch (error) {
  process.exitCode = report(error);
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
