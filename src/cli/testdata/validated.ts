import { OperatorError } from '../operator-error.js';
import type { ValidateOptions } from '../validate/options.js';
import type { Output } from '../validate/output.js';
import { validate } from '../validate/validate.js';
import { Recorder } from './recorder.js';

/** What a validation in this very process said and wrote. */
export interface Validated {
  /** The exit code, also of a mistake of the operator. */
  readonly code: number;
  /** What went to standard output. */
  readonly text: string;
  /** What went to standard error, or the operator's mistake with its remedy. */
  readonly errors: string;
}

export async function validated(files: readonly string[], options: Partial<ValidateOptions> = {}): Promise<Validated> {
  const terminal = new Recorder();
  const written: string[] = [];
  const output: Output = { write: async (text) => void written.push(text), close: () => {} };
  const all: ValidateOptions = { severity: 'default', format: 'text', threads: 1, failOn: 'error', ...options };
  const text = (): string => `${written.join('')}${terminal.text}`;
  try {
    const code = await validate(files, all, terminal, output);
    return { code, text: text(), errors: terminal.errors.join('\n') };
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return { code: error.exitCode, text: text(), errors: `${error.message}\n${error.remedy}` };
  }
}

/** The JSON report of a validation. */
export async function report(files: readonly string[], options: Partial<ValidateOptions> = {}) {
  const { text, code } = await validated(files, { ...options, format: 'json' });
  return { code, ...JSON.parse(text) };
}
