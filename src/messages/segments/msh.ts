import { comp, type SegmentDraft, segment } from '../../hl7/build.js';
import { hd, ts } from '../datatypes.js';
import type { Envelope } from '../facts.js';
import type { MessageType } from '../message-type.js';

/** MSH in original mode: MSH-15 and MSH-16 stay empty. */
export function msh(envelope: Envelope, type: MessageType): SegmentDraft {
  return segment('MSH', {
    3: hd(envelope.sender.application),
    4: hd(envelope.sender.facility),
    5: hd(envelope.receiver.application),
    6: hd(envelope.receiver.facility),
    7: ts(envelope.at),
    9: comp(type.code, type.trigger, type.structure),
    10: envelope.controlId,
    11: envelope.processingId,
    12: envelope.version,
    18: envelope.charset,
  });
}
