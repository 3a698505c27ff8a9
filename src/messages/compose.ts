import { buildMessage, type SegmentDraft } from '../hl7/build.js';
import type { Message } from '../hl7/message.js';
import type { Envelope } from './facts.js';
import { messageType } from './message-type.js';
import { msh } from './segments/msh.js';

/** Every builder takes these: segments that are appended as they are, for what a site adds (Z segments). */
export interface Extra {
  readonly extra?: readonly SegmentDraft[];
}

/** MSH for the event (named as in 2.5.1), the body, then the extra segments. */
export function compose(
  envelope: Envelope,
  code: string,
  event: string,
  body: readonly SegmentDraft[],
  { extra = [] }: Extra,
): Message {
  const header = msh(envelope, messageType(envelope.version, code, event));
  const options = envelope.charset === undefined ? {} : { charset: envelope.charset };
  return buildMessage([header, ...body, ...extra], options);
}
