import { mint } from '../base/mint.js';
import type { StandIn } from '../faults/fault.js';
import { acknowledge } from '../hl7/acknowledgment.js';
import type { Message } from '../hl7/message.js';
import { parseTimestamp } from '../hl7/timestamp.js';

/**
 * The acknowledgment of `trigger` that stands in for the simulator's own or comes before it, in the same name. An accept
 * acknowledgment has an id of its own, since the simulator's may still follow.
 */
export function standIn({ code, error }: StandIn, own: Message, trigger: Message): Message {
  const isAccept = code.startsWith('C');
  return acknowledge(trigger, {
    code,
    application: own.rawText('MSH-3') ?? '',
    facility: own.rawText('MSH-4') ?? '',
    controlId: isAccept ? mint('C', 12, own.controlId) : own.controlId,
    at: parseTimestamp(own.get('MSH-7') ?? '')?.toDate(0) ?? new Date(0),
    ...(error && { errors: [error] }),
  });
}
