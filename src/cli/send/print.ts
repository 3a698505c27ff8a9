import { errorLocation } from '../../evidence/acknowledgment-errors.js';
import { type AcknowledgmentError, ERROR_TEXTS } from '../../hl7/acknowledgment.js';
import { packageVersion } from '../package-root.js';
import type { Delivery } from './deliver.js';
import type { Payload, Unreadable } from './split.js';

/** One line a message, one more for each error that its acknowledgment names. */
export function formatDelivery({ payload, outcome }: Delivery): string {
  const start = `${label(payload)}  ${payload.controlId || '(no MSH-10)'}`;
  switch (outcome.kind) {
    case 'acknowledged': {
      const text = outcome.text === undefined ? '' : `  ${outcome.text}`;
      const first = `${start}  ${outcome.code || '(no MSA-1)'}  ${outcome.ms.toFixed(1)} ms${text}`;
      return [first, ...outcome.errors.map((error) => `    ${formatError(error)}`)].join('\n');
    }
    case 'sent':
      return `${start}  sent  an acknowledgment is not acknowledged`;
    case 'none':
      return `${start}  none  ${outcome.reason}`;
    case 'unsent':
      return `${start}  not sent`;
  }
}

export function formatUnreadable({ source, reason }: Unreadable): string {
  return `${source}  not right: ${reason}`;
}

/** `PID-3: 204 Unknown key identifier: no such patient` */
function formatError(error: AcknowledgmentError): string {
  const place = errorLocation(error) || '(no place)';
  const meaning = ERROR_TEXTS[error.code] ?? '';
  const detail = error.userMessage ?? error.diagnostic;
  return `${place}: ${`${error.code} ${meaning}`.trim()}${detail === undefined || detail === meaning ? '' : `: ${detail}`}`;
}

function label({ source, index, isOneOfMany }: Payload): string {
  return isOneOfMany ? `${source}#${index}` : source;
}

export type Counts = Readonly<Record<string, number>>;

const COUNTED = { sent: 'sent', none: 'none', unsent: 'not sent' } as const;

/** How often each code came, with `sent`, `none`, `not sent` and `not right` beside the codes. */
export function count(deliveries: readonly Delivery[], unreadable: readonly Unreadable[]): Counts {
  const counts: Record<string, number> = {};
  const add = (key: string): void => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  for (const { outcome } of deliveries) {
    if (outcome.kind === 'acknowledged') add(outcome.code || 'none');
    else add(COUNTED[outcome.kind]);
  }
  for (const _ of unreadable) add('not right');
  return counts;
}

export function formatCounts(messages: number, counts: Counts): string {
  const parts = Object.entries(counts).map(([what, number]) => `${number} ${what}`);
  return `${messages} ${messages === 1 ? 'message' : 'messages'}: ${parts.join(', ')}`;
}

/** The whole outcome as one JSON document. */
export function asJson(to: string, deliveries: readonly Delivery[], unreadable: readonly Unreadable[]): string {
  const messages = deliveries.map(({ payload, outcome }) => {
    const { source, index, controlId, bytes } = payload;
    return { source, index, controlId, bytes: bytes.length, ...outcome };
  });
  const summary = { messages: deliveries.length, ...count(deliveries, unreadable) };
  return JSON.stringify({ pipehat: packageVersion(), to, messages, unreadable, summary }, undefined, 2);
}
