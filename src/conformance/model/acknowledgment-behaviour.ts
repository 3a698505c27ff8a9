/** When an acknowledgment is due, table 0155: always, never, on success, on error. */
export type AcknowledgmentCondition = 'AL' | 'NE' | 'SU' | 'ER';

/** The dynamic definition of a chapter 2.B profile. */
export interface AcknowledgmentBehaviour {
  readonly accept?: AcknowledgmentCondition;
  readonly application?: AcknowledgmentCondition;
  /** `Immediate` or `Deferred`. */
  readonly mode?: string;
}
