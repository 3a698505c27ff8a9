import { never } from '../../src/base/never.js';
import type { Exchange, Outcome } from '../../src/evidence/exchange.js';
import { duration } from '../times.js';

/** `AA 12 ms`, or what came instead of an acknowledgment. */
export function replyLabel(exchange: Exchange): string {
  const replies = [exchange.accept, exchange.application].filter((reply) => reply !== undefined);
  if (replies.length === 0) return outcomeWords(exchange.outcome);
  return replies.map((reply) => `${reply.code ?? 'no MSA'} ${duration(reply.afterMs)}`).join(', ');
}

export function outcomeWords(outcome: Outcome | undefined): string {
  switch (outcome) {
    case undefined:
      return 'no end recorded';
    case 'acknowledged':
      return 'acknowledged';
    case 'none-expected':
      return 'no acknowledgment expected';
    case 'timed-out':
      return 'no acknowledgment in time';
    case 'uncorrelated':
      return 'acknowledgment of another message';
    case 'connection-lost':
      return 'connection lost';
    case 'bad-frame':
      return 'answer with a bad frame';
    default:
      return never(outcome);
  }
}

/** The colour of the reply: good when accepted, warn when refused, bad when there is none or a wrong one. */
export function exchangeTone(exchange: Exchange): 'good' | 'warn' | 'bad' | 'info' {
  const { outcome } = exchange;
  if (outcome === 'none-expected') return 'info';
  if (outcome !== undefined && outcome !== 'acknowledged') return 'bad';
  return codeTone((exchange.application ?? exchange.accept)?.code);
}

export function codeTone(code: string | undefined): 'good' | 'warn' | 'bad' {
  if (code === undefined) return 'bad';
  return code === 'AA' || code === 'CA' ? 'good' : 'warn';
}
