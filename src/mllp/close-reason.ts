import type { CloseReason } from './connection.js';
import { codeOf } from './error-text.js';
import { type TlsReason, tlsReason } from './tls-reason.js';

const GONE = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ETIMEDOUT', 'ENETRESET', 'EHOSTUNREACH', 'ENETUNREACH']);

/** What an error on an open connection means for its owner. */
export function reasonOf(error: Error): CloseReason {
  const code = codeOf(error);
  if (GONE.has(code)) return { kind: 'reset', detail: `the connection was reset by the peer or the network (${code})` };
  if (/^ERR_(SSL|TLS)/.test(code)) return { kind: 'tls', detail: `the TLS session failed: ${tlsReason(error).what}` };
  return { kind: 'error', detail: code === '' ? error.message : `${error.message} (${code})` };
}

export const ENDED: CloseReason = { kind: 'ended', detail: 'the peer closed the connection' };
export const CUT_SHORT: CloseReason = { kind: 'ended', detail: 'the peer closed the connection inside a frame' };
export const LOCAL: CloseReason = { kind: 'local', detail: 'closed on this side' };
/** The client went away before the handshake was done. */
export const NO_HANDSHAKE: CloseReason = {
  kind: 'tls',
  detail: 'the TLS handshake did not succeed: the client gave up, as one does that refuses our certificate',
};

export function handshakeFailure({ what, remedy }: TlsReason): CloseReason {
  return { kind: 'tls', detail: `the TLS handshake failed: ${what}; ${remedy}` };
}
