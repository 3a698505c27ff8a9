import type { Message } from '../hl7/message.js';
import type { LiveExchange } from './live-exchange.js';
import type { SimulatorEvent } from './simulator.js';

/**
 * What a simulator is told when one of its messages is settled; undefined where there is nothing to tell: nothing was to come, or the
 * application acknowledgment that MSH-16 asks for is still on its way. CA alone is no success then.
 */
export function settledEvent(sent: Message, exchange: LiveExchange): SimulatorEvent<never> | undefined {
  const { outcome, outcomeDetail, accept, application, request } = exchange;
  if (application?.message) return { kind: 'answered', sent, reply: application.message };
  const isAccepted = outcome === 'none-expected' || accept?.code === 'CA';
  const isOpen = isAccepted && request !== undefined && request.application !== 'NE';
  if (isOpen || outcome === 'none-expected') return undefined;
  if (outcome === 'acknowledged' && accept?.message) return { kind: 'answered', sent, reply: accept.message };
  return { kind: 'unanswered', sent, reason: outcomeDetail || outcome || 'no reply' };
}
