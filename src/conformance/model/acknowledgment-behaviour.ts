import type { AcknowledgmentCondition } from '../../hl7/acknowledgment-condition.js';

export type { AcknowledgmentCondition };

/** The dynamic definition of a chapter 2.B profile. */
export interface AcknowledgmentBehaviour {
  readonly accept?: AcknowledgmentCondition;
  readonly application?: AcknowledgmentCondition;
  /** `Immediate` or `Deferred`. */
  readonly mode?: string;
}
