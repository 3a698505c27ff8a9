import type { Message } from '../../hl7/message.js';
import type { Segment } from '../../hl7/segment.js';
import { parseTimestamp, type Timestamp } from '../../hl7/timestamp.js';

/** RXA-20 (table 0322) of a dose that was not given: refused, not administered. */
const NOT_GIVEN: ReadonlySet<string> = new Set(['RE', 'NA']);
/** As old as a timestamp must be to tell doses apart. */
const EXACT: ReadonlySet<string> = new Set(['minute', 'second', 'millisecond']);

/** When an order was stopped, as the message says: effective (ORC-15), transacted (ORC-9), or sent (MSH-7). */
export function stopTime(orc: Segment | undefined, message: Message): string | undefined {
  return orc?.get('15') ?? orc?.get('9') ?? message.first('MSH')?.get('7');
}

/**
 * Whether RXA says that a dose was begun (RXA-3) after a stop. A dose of before that is recorded late is right, and what only one
 * side gives a zone or an hour cannot be compared.
 */
export function isGivenAfter(rxa: Segment, stopped: string): boolean {
  if (NOT_GIVEN.has(rxa.get('20') ?? '') || rxa.get('21') === 'D') return false;
  const [given, end] = [parseTimestamp(rxa.get('3') ?? ''), parseTimestamp(stopped)];
  if (given === undefined || end === undefined || !areComparable(given, end)) return false;
  return given.toDate() > end.toDate();
}

function areComparable(a: Timestamp, b: Timestamp): boolean {
  const haveZones = (a.offsetMinutes === undefined) === (b.offsetMinutes === undefined);
  return haveZones && EXACT.has(a.precision) && EXACT.has(b.precision);
}
