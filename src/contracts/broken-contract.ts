import { AssertionError } from 'node:assert';

/** Throws AssertionError with every problem on a line of its own; does nothing where there is none. */
export function demandNone(what: string, problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new AssertionError({ message: `${what} breaks its contract\n${problems.map((one) => `  ${one}`).join('\n')}` });
}
