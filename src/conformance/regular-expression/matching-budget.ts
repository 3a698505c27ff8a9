/** Steps of an engine that backtracks, for a message of no size at all, and for each of its bytes. */
const AT_LEAST = 5_000_000;
const A_BYTE = 1_000;

/**
 * How long the expressions of a profile may keep trying for one message in all, in steps of an engine that backtracks: some
 * tenths of a second for a small message, a few seconds to a minute for one of a megabyte. One value is limited elsewhere; thousands of
 * the worst values that are just within it would still take minutes. Steps, not time, so that a verdict is the same everywhere.
 * Expressions that never have to come back cost nothing here: they take time in proportion to the message.
 */
export class MatchingBudget {
  #left = Number.POSITIVE_INFINITY;

  /** For a message of so many bytes. */
  begin(bytes: number): void {
    this.#left = AT_LEAST + bytes * A_BYTE;
  }

  /** Outside of messages nothing is limited. */
  end(): void {
    this.#left = Number.POSITIVE_INFINITY;
  }

  spend(steps: number): void {
    this.#left -= steps;
  }

  get isSpent(): boolean {
    return this.#left < 0;
  }
}

/** Of the message that this thread judges now. */
export const matchingBudget = new MatchingBudget();
