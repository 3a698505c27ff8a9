import { formatTimestamp, parseTimestamp } from '../hl7/timestamp.js';

/** An HL7 time so many milliseconds later; what is no time stays as it is. */
export function skewed(time: string, ms: number): string {
  const at = parseTimestamp(time)?.toDate(0);
  return at === undefined ? time : formatTimestamp(new Date(at.getTime() + ms));
}
