import type { AcknowledgmentCondition } from '../hl7/acknowledgment-condition.js';
import type { Message } from '../hl7/message.js';
import type { ClientTls, ServerTls } from '../mllp/tls.js';
import type { Role } from './simulator.js';

/**
 * How messages are acknowledged on a link. Only the original mode is carried out today. `due` tells when the profile of a
 * message foresees its acknowledgment (DynamicDef of chapter 2.B); always where it is absent or does not know.
 */
export interface AcknowledgmentPolicy {
  readonly mode: 'original';
  readonly due?: (message: Message) => AcknowledgmentCondition | undefined;
}

/** The connection on which a simulator sends: its own messages out, replies back. */
export interface OutboundLink {
  readonly host: string;
  readonly port: number;
  readonly tls?: ClientTls;
  readonly connection: 'kept-open' | 'per-message';
  /** Messages on the way at the same time; 1 waits for each reply. */
  readonly depth: number;
  readonly connectTimeoutMs: number;
  readonly replyTimeoutMs: number;
  readonly acknowledgment: AcknowledgmentPolicy;
}

/** The listener on which the system under test delivers to a simulator. */
export interface InboundLink {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly tls?: ServerTls;
  readonly idleInFrameMs: number;
  readonly acknowledgment: AcknowledgmentPolicy;
}

/** Names of a simulator's two links, as evidence shows them: `ehr>sut` and `sut>ehr`. */
export function linkNames(role: Role): { readonly outbound: string; readonly inbound: string } {
  return { outbound: `${role}>sut`, inbound: `sut>${role}` };
}
