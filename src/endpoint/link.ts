import type { AcknowledgmentCondition } from '../hl7/acknowledgment-condition.js';
import type { AcknowledgmentRequest } from '../hl7/acknowledgment-request.js';
import type { Message } from '../hl7/message.js';
import type { CommitPolicy } from '../mllp/committed-connection.js';
import type { ClientTls, ServerTls } from '../mllp/tls.js';
import type { TlsLaboratory } from '../mllp/tls-laboratory.js';
import type { LendAddress } from './lend-address.js';
import type { Role } from './simulator.js';

/** One reply on the connection, whatever MSH-15 and MSH-16 ask for. */
interface OriginalMode {
  readonly mode: 'original';
  /**
   * When the profile of a message foresees its acknowledgment (DynamicDef of chapter 2.B); always where it is absent or does not know.
   */
  readonly due?: (message: Message) => AcknowledgmentCondition | undefined;
}

/** What MSH-15 and MSH-16 ask for. */
export interface EnhancedMode {
  readonly mode: 'enhanced';
  /** What our own messages ask for. */
  readonly request: AcknowledgmentRequest;
  /** Where application acknowledgments travel; the standard gives them a connection of their own. */
  readonly applicationOn: 'own-connection' | 'same-connection';
  /** Nominal milliseconds between our accept and our application acknowledgment. */
  readonly applicationDelayMs: number;
}

/** How messages are acknowledged on a link. `none`: nothing is awaited and nothing is answered. */
export type AcknowledgmentPolicy = OriginalMode | EnhancedMode | { readonly mode: 'none' };

/** The connection on which a simulator sends: its own messages out, replies back. */
export interface OutboundLink {
  readonly host: string;
  readonly port: number;
  readonly tls?: ClientTls;
  /** Bad certificates for faults of TLS. */
  readonly laboratory?: TlsLaboratory;
  readonly connection: 'kept-open' | 'per-message';
  /** Messages on the way at the same time; 1 waits for each reply. */
  readonly depth: number;
  readonly connectTimeoutMs: number;
  readonly replyTimeoutMs: number;
  /** MLLP Release 2; Release 1 where absent. */
  readonly commit?: CommitPolicy;
  readonly acknowledgment: AcknowledgmentPolicy;
  /** Messages are numbered in MSH-13 (chapter 2, 2.10.1). */
  readonly sequence?: boolean;
  /** Larger messages leave in parts of about so many bytes (chapter 2, 2.10.2). */
  readonly partBytes?: number;
  /** For faults that lose packets; absent where the network is not ours alone. */
  readonly lendAddress?: LendAddress;
}

/** The listener on which the system under test delivers to a simulator. */
export interface InboundLink {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** A second port of the same system, to which others turn when the first does not answer; 0 takes any free port. */
  readonly standbyPort?: number;
  readonly tls?: ServerTls;
  /** Bad certificates for faults of TLS. */
  readonly laboratory?: TlsLaboratory;
  readonly idleInFrameMs: number;
  /** MSH-13 is minded, and MSA-4 answers it. */
  readonly sequence?: boolean;
  /** MLLP Release 2; Release 1 where absent. */
  readonly commit?: CommitPolicy;
  readonly acknowledgment: AcknowledgmentPolicy;
}

/** Names of a simulator's two links, as evidence shows them: `ehr>sut` and `sut>ehr`. */
export function linkNames(role: Role): { readonly outbound: string; readonly inbound: string } {
  return { outbound: `${role}>sut`, inbound: `sut>${role}` };
}
