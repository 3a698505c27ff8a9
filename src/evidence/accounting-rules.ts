/** How messages that enter the system under test and messages that leave it are matched. */
export interface AccountingRules {
  /** `MSH-10`, another field that the system passes on, or `content`: all segments behind MSH. */
  readonly identity: string;
  /** Fields that the system is to change: `PID-3`, or a whole segment. */
  readonly changes: readonly string[];
  /** Real milliseconds after which a delivery is late. */
  readonly lateMs: number;
}

export const USUAL_ACCOUNTING: AccountingRules = { identity: 'MSH-10', changes: [], lateMs: 60_000 };
