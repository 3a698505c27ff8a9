import type { Finding } from '../../src/evidence/finding.js';

/** A finding with what a reader needs beside it. */
export interface ShownFinding extends Finding {
  /** What to do about findings of this code. */
  readonly remedy?: string;
  /** Something about this one alone: that its acceptance has expired. */
  readonly note?: string;
  /** Names it in a baseline. */
  readonly fingerprint?: string;
}

/** One message of a validation, or, with index 0, what concerns its source as a whole. Plain data. */
export interface ValidatedMessage {
  /** The path as the user would write it, `-` for standard input. */
  readonly source: string;
  /** 1-based in its source. */
  readonly index: number;
  /** Whether the source holds other messages. */
  readonly isOneOfMany: boolean;
  /** The line of the source on which the message begins, 1-based. */
  readonly line: number;
  /** Id of the profile, '' where there is none. */
  readonly profile: string;
  /** `ADT^A01^ADT_A01`, '' where it cannot be read. */
  readonly type: string;
  /** MSH-10. */
  readonly controlId: string;
  readonly verdict: FindingVerdict;
  /** Its lines, decoded, delimiters and escapes as sent; empty where there is nothing to show. */
  readonly lines: readonly string[];
  readonly findings: readonly ShownFinding[];
  /** Findings that a baseline accepts, and why. */
  readonly accepted: readonly { readonly finding: ShownFinding; readonly why: string }[];
}

/** `untestable`: a rule of the profile could not be judged, and nothing else failed. */
export type FindingVerdict = 'passed' | 'failed' | 'untestable';

/** What a validation came to. */
export interface ValidationSummary {
  readonly sources: number;
  readonly messages: number;
  readonly failed: number;
  readonly untestable: number;
  readonly errors: number;
  readonly warnings: number;
  readonly alerts: number;
  readonly specificationErrors: number;
  readonly accepted: number;
  readonly verdict: FindingVerdict;
  /** Baseline entries that have expired and whose findings count again. */
  readonly expired: readonly string[];
}

/** The facts of a validation that a report names once. */
export interface ValidationFacts {
  /** Version of Pipehat. */
  readonly pipehat: string;
  /** `default`, `nist` ... */
  readonly severity: string;
  /** Whether values were replaced by their shape. */
  readonly isRedacted: boolean;
  /** Derived, repeated and quiet findings are written out. */
  readonly isVerbose: boolean;
  readonly colours: boolean;
  /** What the codes mean that findings may have. */
  readonly codes: readonly FindingMeaning[];
}

/** What stands behind a finding code. */
export interface FindingMeaning {
  readonly code: string;
  readonly category: string;
  readonly meaning: string;
  readonly remedy: string;
}
