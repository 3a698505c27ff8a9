import { judgeAcknowledgment, type UsedAcknowledgmentIds } from '../conformance/acknowledgment.js';
import type { EngineBehaviour } from '../endpoint/behaviour.js';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Finding } from '../evidence/finding.js';
import { judgeMode } from './judge-mode.js';

/** The findings about the replies that the system under test gave to our messages. */
export function judgeExchange(
  exchange: LiveExchange,
  used: UsedAcknowledgmentIds,
  behaviour?: EngineBehaviour,
): readonly Finding[] {
  const { message: sent, accept, application } = exchange;
  if (exchange.direction !== 'sent' || !sent) return [];
  const replies = [accept, application].filter((reply) => reply !== undefined);
  const each = replies.flatMap(({ message }) =>
    message ? judgeAcknowledgment(sent, message, exchange.id, used) : [unreadableReply()],
  );
  return [...each, ...judgeMode(exchange, behaviour)];
}

function unreadableReply(): Finding {
  return {
    section: 'acknowledgment',
    classification: 'Error',
    category: 'Acknowledgment',
    code: 'reply-unreadable',
    message: 'the reply cannot be read as an HL7 message',
    expected: 'an HL7 acknowledgment',
    actual: 'other bytes',
  };
}
