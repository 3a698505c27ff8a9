import type { FrameEvent } from './frame-event.js';
import type { WirePlan } from './wire-plan.js';

/**
 * Why a connection is over. `ended`: the peer closed it; `reset`: the peer reset it or the network gave it up; `idle`:
 * silent for longer than agreed; `local`: our own end or reset, or the connection limit; `tls`: the handshake failed or
 * the peer broke the session; `error`: anything else. `detail` is one sentence for people.
 */
export interface CloseReason {
  readonly kind: 'ended' | 'reset' | 'idle' | 'local' | 'error' | 'tls';
  readonly detail: string;
}

/** One TCP or TLS connection that carries frames. Nothing on it throws or rejects. */
export interface Connection {
  /** Unique in the process, from 1. */
  readonly id: number;
  /** `host:port` of the peer, and of our end. */
  readonly remote: string;
  readonly local: string;
  readonly secure: boolean;
  /**
   * Carries out a plan. Plans on one connection never interleave. `written`: the last byte was handed to the kernel;
   * `lost`: the connection was gone, or withheld by an earlier plan, before that.
   */
  write(plan: WirePlan): Promise<'written' | 'lost'>;
  /** The same with a callback, for those who write too often for promises. */
  post(plan: WirePlan, done: (result: 'written' | 'lost') => void): void;
  /** FIN, after the plans that wait. Where the peer does not close in return, the connection is dropped after 2 s. */
  end(): void;
  /** RST, at once. */
  reset(): void;
  /** Reads nothing more when so many bytes were taken, at once where absent: the peer's window closes. Until `goOnReading`. */
  stopReading(afterBytes?: number): void;
  goOnReading(): void;
  readonly closed: Promise<CloseReason>;
  /** False as soon as either side has closed. */
  readonly isOpen: boolean;
}

export interface ConnectionHandlers {
  onEvent(event: FrameEvent, connection: Connection): void;
  /** Outside a frame, before bytes are taken: the last moment to stop reading in mid-message. */
  onBegin?(chunk: Buffer, connection: Connection): void;
  /** Once the connection carries data: behind the TLS handshake where there is one. */
  onOpen?(connection: Connection): void;
  /** Also for connections that never opened: a failed TLS handshake, one above the limit. */
  onClose?(reason: CloseReason, connection: Connection): void;
}
