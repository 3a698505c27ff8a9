/** How messages that enter the system under test and messages that leave it are matched. */
export interface AccountingRules {
  /** `MSH-10`, another field that the system passes on, or `content`: all segments behind MSH. */
  readonly identity: string;
  /** Fields that the system is to change: `PID-3`, or a whole segment. */
  readonly changes: readonly string[];
  /** Real milliseconds after which a delivery is late. */
  readonly lateMs: number;
  /**
   * What the system takes and passes on to none of our actors on purpose: `ADT^A31`, `MFN`, or of one link alone `lis>sut ORU^R01`. Where it
   * is stated, be it an empty list, what does not add up makes the run red; where it is absent, nobody knows what is lost.
   */
  readonly filters?: readonly string[];
}

/**
 * Nominal milliseconds after which a system may send again what is not answered: engines wait 5 to 30 seconds. What comes again
 * sooner, or when this process was not held up for at least half of that, does not come because we were late to answer.
 */
export const SHORTEST_PATIENCE_MS = 5_000;

export const USUAL_ACCOUNTING: AccountingRules = { identity: 'MSH-10', changes: [], lateMs: 60_000 };
