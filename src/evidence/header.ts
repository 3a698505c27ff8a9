import { readAcknowledgment } from '../hl7/acknowledgment.js';
import { parseMessage } from '../hl7/parse.js';

/** What lists show of a message. Both are empty where the bytes are no message. */
export interface HeaderEvidence {
  /** MSH-9 as `ADT^A01`. */
  readonly messageType: string;
  /** MSH-10. */
  readonly controlId: string;
}

export function headerOf(raw: Buffer): HeaderEvidence {
  const parsed = parseMessage(raw);
  if (parsed.kind === 'malformed') return { messageType: '', controlId: '' };
  const { code, trigger } = parsed.message.type;
  return { messageType: trigger === '' ? code : `${code}^${trigger}`, controlId: parsed.message.controlId };
}

/** MSA-1 and MSA-2 of a reply, each absent where the reply has none. */
export function acknowledgmentOf(raw: Buffer): { readonly code?: string; readonly controlId?: string } {
  const parsed = parseMessage(raw);
  if (parsed.kind === 'malformed') return {};
  const read = readAcknowledgment(parsed.message);
  if (read === undefined) return {};
  return { ...(read.code === '' ? {} : { code: read.code }), controlId: read.controlId };
}
