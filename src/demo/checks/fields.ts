import type { Segment } from '../../hl7/segment.js';
import type { ErrorCode, Problem } from '../problem.js';

/** A problem with one field of one segment, its place as ERR-2 gives it. */
export function fieldProblem(
  code: ErrorCode,
  segment: Segment,
  field: number,
  text: string,
  within: { readonly repetition?: number; readonly component?: number } = {},
): Problem {
  return { code, at: { segment: segment.name, sequence: segment.instance, field, ...within }, text };
}
