import type { Finding } from '../../evidence/finding.js';
import { fingerprint } from './fingerprint.js';

/** A finding that somebody has accepted for a time. */
export interface AcceptedFinding {
  readonly fingerprint: string;
  /** For people, as the path and the profile: the fingerprint alone decides. */
  readonly code: string;
  readonly path: string;
  readonly profile: string;
  readonly who: string;
  readonly why: string;
  /** The last day on which it is accepted, `2025-12-31`. */
  readonly expires: string;
}

export interface Baseline {
  /** From where it was read; a person's words. */
  readonly file: string;
  readonly entries: ReadonlyMap<string, AcceptedFinding>;
}

/** Whether the entry no longer holds. `today` is a day as `2025-12-31`; days compare as texts. */
export function isExpired({ expires }: AcceptedFinding, today: string): boolean {
  return expires < today;
}

/** The entry that names the finding, expired or not. */
export function entryFor(baseline: Baseline, finding: Finding, profile: string): AcceptedFinding | undefined {
  return baseline.entries.size === 0 ? undefined : baseline.entries.get(fingerprint(finding, profile));
}
