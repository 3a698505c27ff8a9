import type { Classification, Section } from '../../evidence/finding.js';
import type { FindingCode } from './finding-codes.js';

/** Where a finding stands: path in NIST's form, line and column 1-based, column in characters of the segment line. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** What a check reports; severity, section and category follow from the code. */
export interface Draft {
  readonly code: FindingCode;
  readonly place: Place;
  /** Fills the sentence of the code; never a value from the message. */
  readonly message: string;
  /** Where the rule itself decides (binding strength, SHOULD): instead of the code's own classification. */
  readonly classification?: Classification | undefined;
  /** NIST's category where one code has several. */
  readonly category?: string | undefined;
  /** Where a check works for another section: value sets inside co-constraints. */
  readonly section?: Section | undefined;
  readonly rule?: string | undefined;
  readonly expected?: string | undefined;
  readonly actual?: string | undefined;
  /** The profile's own path to the rule or element. */
  readonly causedBy?: FindingCode | undefined;
}
