import type { ObservationStatus, OrderNumbers } from '../../src/messages/facts.js';
import type { Coded, Identifier } from '../../src/population/facts.js';
import type { ReportedObservation } from '../read/observation.js';

/** A value that was filed before and has been replaced. */
export interface FormerValue {
  readonly values: readonly string[];
  readonly unit: string;
  readonly status: ObservationStatus;
  readonly filedAt: Date;
}

/** What is shown for one pair of OBX-3 and OBX-4. */
export interface FiledObservation extends ReportedObservation {
  readonly filedAt: Date;
  /** Earlier values, oldest first. */
  readonly history: readonly FormerValue[];
}

/** One OBR as filed: the report of one filler number. */
export interface FiledReport {
  readonly numbers: OrderNumbers;
  readonly service: Coded;
  /** OBR-25 of the last report that was accepted. */
  readonly resultStatus: string;
  readonly observations: readonly FiledObservation[];
  readonly visit?: Identifier;
  /** No order of ours stands behind it. */
  readonly unsolicited: boolean;
  /** OBR-26: the observation of the parent. */
  readonly parentResult?: { readonly code: string; readonly subId: string; readonly text: string };
  readonly reportedAt?: Date;
  /** How many messages brought it to where it is. */
  readonly filings: number;
}
