import type { Message } from '../hl7/message.js';
import type { LiveExchange } from './live-exchange.js';
import type { SimulatorEvent } from './simulator.js';

/** What a simulator is told when one of its messages is settled. */
export function settledEvent(sent: Message, exchange: LiveExchange): SimulatorEvent<never> {
  const { outcome, outcomeDetail, reply } = exchange;
  if (outcome === 'acknowledged' && reply?.message) return { kind: 'answered', sent, reply: reply.message };
  return { kind: 'unanswered', sent, reason: outcomeDetail || outcome || 'no reply' };
}
