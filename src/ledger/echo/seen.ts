import type { Finding } from '../../evidence/finding.js';
import type { Message } from '../../hl7/message.js';

/** One message or answer of a scenario, in the order in which they were seen. */
export interface Seen {
  /** `x12` */
  readonly exchange: string;
  /** Whether it is the reply of that exchange. */
  readonly isReply: boolean;
  /** Whether the system under test wrote it; else one of our simulators did. */
  readonly isTheirs: boolean;
  /** The simulator of ours at the other end. */
  readonly role: string;
  readonly message: Message;
  /** Whether it was answered with AA or CA. */
  readonly isAccepted: boolean;
}

/** A finding of the ledger, and the message that it is about. */
export interface EchoFinding {
  readonly seen: Seen;
  readonly finding: Finding;
}

interface Place {
  readonly code: string;
  /** `ORC[1]-2[1]` */
  readonly path?: string;
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
}

/** An identifier that did not come back as it was given. */
export function notEchoed(seen: Seen, place: Place): EchoFinding {
  return found(seen, 'Echo ledger', place);
}

/** A step of an order that must not be. */
export function illegal(seen: Seen, place: Place): EchoFinding {
  return found(seen, 'Order status', place);
}

function found(seen: Seen, category: string, place: Place): EchoFinding {
  const about = seen.isReply ? ({ about: 'reply' } as const) : {};
  return { seen, finding: { section: 'workflow', classification: 'Error', category, ...about, ...place } };
}
