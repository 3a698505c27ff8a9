import type { Classification, Section } from '../../evidence/finding.js';

/** What stands behind a stable finding code. */
export interface CodeEntry {
  readonly section: Section;
  /** NIST's word where it has one. */
  readonly category: string;
  /** As NIST v2-validation 1.6.4 classifies it by default. */
  readonly nist: Classification;
  /** As we do. */
  readonly pipehat: Classification;
  /** For the catalogue of codes: one sentence, what was found. */
  readonly meaning: string;
}
