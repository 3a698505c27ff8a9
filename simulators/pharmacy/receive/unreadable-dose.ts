import type { Message } from '../../../src/hl7/message.js';
import type { Segment } from '../../../src/hl7/segment.js';
import { parseTimestamp } from '../../../src/hl7/timestamp.js';
import { type Refusal, refusal } from '../../exchange/refusal.js';
import { amount } from '../../read/medication.js';
import { valued } from '../../read/values.js';

/** What the pharmacy needs to count a dose: which one, when, of what, how much. */
const NEEDED = [2, 3, 5, 6] as const;

/** Why the doses of a RAS cannot be read, with the place. */
export function unreadableDose(message: Message): Refusal | undefined {
  for (const name of ['ORC', 'RXA']) {
    if (message.first(name) === undefined) return refusal('100', `${name} is required`, { segment: name, sequence: 1 });
  }
  for (const rxa of message.all('RXA')) {
    const found = missing(rxa) ?? mistyped(rxa);
    if (found !== undefined) return found;
  }
  return undefined;
}

function missing(rxa: Segment): Refusal | undefined {
  const field = NEEDED.find((one) => (rxa.rawText(String(one)) ?? '') === '');
  return field && refusal('101', `RXA-${field} is required`, { segment: 'RXA', sequence: rxa.instance, field });
}

function mistyped(rxa: Segment): Refusal | undefined {
  const isTime = parseTimestamp(valued(rxa, '3.1') ?? '') !== undefined;
  const field = amount(rxa, '2') === undefined ? 2 : isTime ? undefined : 3;
  return field && refusal('102', `RXA-${field} cannot be read`, { segment: 'RXA', sequence: rxa.instance, field });
}
