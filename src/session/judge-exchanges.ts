import { judgeAcknowledgment, type UsedAcknowledgmentIds } from '../conformance/acknowledgment.js';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Finding } from '../evidence/finding.js';

/** The findings about the replies that the system under test gave to our messages. */
export function judgeExchange(exchange: LiveExchange, used: UsedAcknowledgmentIds): readonly Finding[] {
  const sent = exchange.message;
  const reply = exchange.reply;
  if (exchange.direction !== 'sent' || !sent || !reply) return [];
  if (!reply.message) return [unreadableReply()];
  return judgeAcknowledgment(sent, reply.message, exchange.id, used);
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
