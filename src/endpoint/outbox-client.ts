import type { Timer } from '../base/timer.js';
import { readAcknowledgment } from '../hl7/acknowledgment.js';
import { isBatch, splitBatch } from '../hl7/batch.js';
import { parseMessage } from '../hl7/parse.js';
import type { ClientOptions } from '../mllp/client.js';
import type { Correlation } from '../mllp/correlation.js';
import type { OutboundLink } from './link.js';

/** Room for messages that leave together; the outbox itself keeps to the link's depth. */
const CLIENT_DEPTH = 1_024;

/** How a client serves an outbound link. */
export function clientOptions(link: OutboundLink, timer: Timer): ClientOptions {
  return {
    host: link.host,
    port: link.port,
    ...(link.tls && { tls: link.tls }),
    mode: link.connection,
    depth: Math.max(CLIENT_DEPTH, link.depth),
    connectTimeoutMs: link.connectTimeoutMs,
    replyTimeoutMs: link.replyTimeoutMs,
    correlate: CORRELATION,
    ...(link.commit && { commit: link.commit }),
    timer,
  };
}

/** MSA-2 names the request; a batch of acknowledgments answers several. */
export const CORRELATION: Correlation = { request: controlIdOf, reply: acknowledgedIdOf, parts: partsOf };

function controlIdOf(payload: Buffer): string {
  const parsed = parseMessage(payload);
  return parsed.kind === 'message' ? parsed.message.controlId : '';
}

function acknowledgedIdOf(payload: Buffer): string | undefined {
  const parsed = parseMessage(payload);
  return parsed.kind === 'message' ? readAcknowledgment(parsed.message)?.controlId : undefined;
}

function partsOf(payload: Buffer): readonly Buffer[] {
  return isBatch(payload) ? splitBatch(payload).messages.map(({ bytes }) => bytes) : [payload];
}
