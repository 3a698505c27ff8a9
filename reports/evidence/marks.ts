import type { Finding } from '../../src/evidence/finding.js';
import { type FieldPath, formatPath, tryFieldPath } from '../../src/hl7/path.js';

/** A finding with its place in the message. */
export interface Mark {
  readonly path: FieldPath;
  readonly finding: Finding;
}

/** The findings of a message, sorted by where they are shown. */
export interface PlacedFindings {
  readonly marks: readonly Mark[];
  /** Findings about the message as a whole, or about a place that is no segment or field (a group). */
  readonly unplaced: readonly Finding[];
}

export function placeFindings(findings: readonly Finding[]): PlacedFindings {
  const marks: Mark[] = [];
  const unplaced: Finding[] = [];
  for (const finding of findings) {
    const path = finding.path === undefined ? undefined : tryFieldPath(finding.path);
    if (path === undefined) unplaced.push(finding);
    else marks.push({ path, finding });
  }
  return { marks, unplaced };
}

/** `OBX[2]-5.1`, for people and as the value of `data-path`. */
export function markPath(mark: Mark): string {
  return formatPath(mark.path);
}
