import type { Timer } from '../../base/timer.js';
import { type AcknowledgmentError, readAcknowledgment } from '../../hl7/acknowledgment.js';
import { parseMessage } from '../../hl7/parse.js';
import { type ClientOptions, MllpClient } from '../../mllp/client.js';
import type { Correlation } from '../../mllp/correlation.js';
import type { ReplyResult } from '../../mllp/reply-result.js';
import type { Payload } from './split.js';

/** What became of one message. */
export type Outcome =
  | {
      readonly kind: 'acknowledged';
      /** MSA-1. */
      readonly code: string;
      /** Milliseconds from the last byte of the message to the acknowledgment. */
      readonly ms: number;
      readonly text?: string;
      readonly errors: readonly AcknowledgmentError[];
    }
  /** An acknowledgment, which nobody acknowledges. */
  | { readonly kind: 'sent' }
  /** Sent, and no acknowledgment of it came; `reason` says what did. */
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'unsent'; readonly reason: string };

export interface Delivery {
  readonly payload: Payload;
  readonly outcome: Outcome;
}

export interface Plan extends Omit<ClientOptions, 'correlate' | 'timer'> {
  readonly connections: number;
  readonly timer: Timer;
}

/**
 * Sends the payloads in their order, each lane on a connection of its own and one after the other. Without a connection,
 * or once `stop` resolves, what is left stays unsent. `onDelivery` is called in the order in which messages are settled.
 */
export async function deliver(
  payloads: readonly Payload[],
  plan: Plan,
  stop: Promise<void>,
  onDelivery: (delivery: Delivery) => void,
): Promise<void> {
  const queue = [...payloads];
  let reason: string | undefined;
  const clients = Array.from({ length: plan.connections }, () => new MllpClient({ ...plan, correlate: BY_CONTROL_ID }));
  const halt = (why: string): void => {
    reason ??= why;
    for (const payload of queue.splice(0)) onDelivery({ payload, outcome: { kind: 'unsent', reason } });
  };
  void stop.then(() => halt('interrupted'));
  const lane = async (client: MllpClient): Promise<void> => {
    for (let payload = queue.shift(); payload !== undefined; payload = queue.shift()) {
      const outcome = outcomeOf(await client.request(payload.bytes, { expectReply: !isAcknowledgment(payload.bytes) }));
      onDelivery({ payload, outcome });
      if (outcome.kind === 'unsent') halt(outcome.reason);
    }
  };
  await Promise.all(clients.map(lane));
  await Promise.all(clients.map((client) => client.close()));
}

/** MSH-10 and MSA-2 as bytes: an acknowledgment that does not echo the id names another message. */
const BY_CONTROL_ID: Correlation = {
  request: (payload) => {
    const result = parseMessage(payload);
    return result.kind === 'message' ? (result.message.bytes('MSH-10')?.toString('latin1') ?? '') : '';
  },
  reply: (payload) => {
    const result = parseMessage(payload);
    const acknowledgment = result.kind === 'message' ? readAcknowledgment(result.message) : undefined;
    return acknowledgment?.controlIdBytes.toString('latin1');
  },
};

function isAcknowledgment(payload: Buffer): boolean {
  const result = parseMessage(payload);
  return result.kind === 'message' && result.message.type.code === 'ACK';
}

function outcomeOf(result: ReplyResult): Outcome {
  switch (result.kind) {
    case 'reply':
      return acknowledged(result.payload, result.repliedAtMs - result.sentAtMs);
    case 'timed-out':
      return { kind: 'none', reason: 'no acknowledgment within the timeout' };
    case 'uncorrelated':
      return { kind: 'none', reason: `an acknowledgment came for another message (MSA-2 ${named(result.payload)})` };
    case 'bad-frame':
      return {
        kind: 'none',
        reason: `the answer is no MLLP frame (${result.events.map(({ kind }) => kind).join(', ')})`,
      };
    case 'lost':
      return { kind: 'none', reason: `the connection was lost: ${result.reason.detail}` };
    case 'not-connected':
      return { kind: 'unsent', reason: result.message };
    case 'none-expected':
      return { kind: 'sent' };
  }
}

function acknowledged(payload: Buffer, ms: number): Outcome {
  const result = parseMessage(payload);
  const acknowledgment = result.kind === 'message' ? readAcknowledgment(result.message) : undefined;
  if (acknowledgment === undefined) return { kind: 'none', reason: 'the answer has no MSA segment' };
  const { code, text, errors } = acknowledgment;
  return { kind: 'acknowledged', code, ms, errors, ...(text !== undefined && { text }) };
}

function named(payload: Buffer): string {
  const id = BY_CONTROL_ID.reply(payload);
  return id === undefined ? 'absent' : `"${id}"`;
}
