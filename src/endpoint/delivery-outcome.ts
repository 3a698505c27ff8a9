import { never } from '../base/never.js';
import type { Outcome } from '../evidence/exchange.js';
import type { ReplyResult } from '../mllp/client.js';
import type { OutboundLink } from './link.js';

/** What became of a message that we sent, with the reason for a person. */
export function deliveryOutcome(
  result: ReplyResult,
  link: OutboundLink,
): { readonly outcome: Outcome; readonly detail: string } {
  switch (result.kind) {
    case 'reply':
      return { outcome: 'acknowledged', detail: '' };
    case 'uncorrelated':
      return { outcome: 'uncorrelated', detail: 'the reply names another message in MSA-2' };
    case 'timed-out':
      return { outcome: 'timed-out', detail: `no acknowledgment within ${link.replyTimeoutMs / 1000} s` };
    case 'lost':
      return { outcome: 'connection-lost', detail: result.reason.detail };
    case 'not-connected':
      return { outcome: 'connection-lost', detail: result.message };
    case 'none-expected':
      return { outcome: 'none-expected', detail: '' };
    case 'bad-frame':
      return { outcome: 'bad-frame', detail: 'the reply was no complete MLLP frame' };
    default:
      return never(result);
  }
}
