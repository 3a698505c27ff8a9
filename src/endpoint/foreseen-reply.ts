import { HONEST_REPLY, type ReplyPlan, type StandIn } from '../faults/fault.js';
import { readAcknowledgment } from '../hl7/acknowledgment.js';
import { isDue } from '../hl7/acknowledgment-condition.js';
import { type AcknowledgmentRequest, acknowledgmentRequest } from '../hl7/acknowledgment-request.js';
import type { Message } from '../hl7/message.js';
import type { AcknowledgmentPolicy, EnhancedMode } from './link.js';

/** Why no reply is given, for people. */
export interface NoReply {
  readonly kind: 'none';
  readonly reason: string;
}

/** Errors of table 0357 that are found before a message is accepted: MSH-9, MSH-11 and MSH-12. */
const OF_THE_HEADER = new Set(['200', '201', '202', '203']);

/** How a simulator's reply to a message is given under a policy when nothing goes wrong (chapter 2, 2.9.2 and 2.9.3). */
export function foreseenReply(message: Message, reply: Message, policy: AcknowledgmentPolicy): ReplyPlan | NoReply {
  if (policy.mode === 'none') return { kind: 'none', reason: 'the link acknowledges nothing' };
  const code = readAcknowledgment(reply)?.code ?? '';
  if (policy.mode === 'enhanced') {
    const request = acknowledgmentRequest(message);
    return request === undefined ? HONEST_REPLY : asAsked(request, reply, code, policy);
  }
  const condition = policy.due?.(message) ?? 'AL';
  return isDue(condition, code) ? HONEST_REPLY : { kind: 'none', reason: `the profile foresees none (${condition})` };
}

function asAsked(request: AcknowledgmentRequest, reply: Message, code: string, policy: EnhancedMode): ReplyPlan {
  const accept = acceptance(reply);
  const isAnswered = accept.code === 'CA' && isDue(request.application, code);
  const { applicationOn: on, applicationDelayMs: delayMs } = policy;
  return {
    send: isDue(request.accept, accept.code) ? accept : 'nothing',
    ...(isAnswered && { later: { send: 'reply', on, delayMs, times: 1 } }),
  };
}

/** The accept acknowledgment: a simulator stores whatever its header lets it take. */
function acceptance(reply: Message): StandIn {
  const read = readAcknowledgment(reply);
  const error = read?.errors.find((one) => OF_THE_HEADER.has(one.code));
  return read?.code === 'AR' && error ? { code: 'CR', error } : { code: 'CA' };
}
