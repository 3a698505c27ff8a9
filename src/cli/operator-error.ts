import type { ExitCode } from './exit-codes.js';

/** A mistake of the person at the keyboard, or of the machine. `message` says what and where, `remedy` what to do. */
export class OperatorError extends Error {
  readonly remedy: string;
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string, remedy: string, cause?: unknown) {
    super(message, { cause });
    this.exitCode = exitCode;
    this.remedy = remedy;
  }
}
