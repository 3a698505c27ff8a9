import { readHeader, segmentFields } from './header.js';

/** What a destination answered, read byte for byte. */
export interface Reply {
  /** MSA-1: AA, AE, AR, or CA, CE, CR. */
  readonly code: string;
  /** MSA-2 as latin1 text, exactly as sent. */
  readonly controlId: string;
  /** An order-level answer (ORR, RRE ...) rather than a general acknowledgment: its originator wants to see it. */
  readonly answersOrder: boolean;
  /** The error codes of ERR, for the error queue. */
  readonly reason: string;
  readonly bytes: Buffer;
}

const ORDER_ANSWERS = new Set(['ORR', 'ORL', 'ORG', 'ORI', 'ORP', 'RRE', 'RRD', 'RRG', 'RRA']);

export function isOrderAnswer(messageCode: string): boolean {
  return ORDER_ANSWERS.has(messageCode);
}

/** Undefined where the bytes are no message with an MSA: such a reply acknowledges nothing. */
export function readReply(bytes: Buffer): Reply | undefined {
  const header = readHeader(bytes);
  const msa = header && segmentFields(bytes, 'MSA', header.separator);
  if (!header || !msa) return undefined;
  const err = segmentFields(bytes, 'ERR', header.separator);
  return {
    code: msa[1] ?? '',
    controlId: msa[2] ?? '',
    answersOrder: isOrderAnswer(header.component(9, 1)),
    reason: err?.[3] || err?.[1] || '',
    bytes,
  };
}
