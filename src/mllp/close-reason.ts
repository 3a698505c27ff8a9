import type { CloseReason } from './connection.js';

/** What was thrown, as an error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

const GONE = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ETIMEDOUT', 'ENETRESET', 'EHOSTUNREACH', 'ENETUNREACH']);

/** The runtime's code for an error (`ECONNRESET`), or '' where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What an error on an open connection means for its owner. */
export function reasonOf(error: Error): CloseReason {
  const code = codeOf(error);
  if (GONE.has(code)) return { kind: 'reset', detail: `the connection was reset by the peer or the network (${code})` };
  if (/^ERR_(SSL|TLS)/.test(code)) return { kind: 'tls', detail: `the TLS session failed: ${error.message} (${code})` };
  return { kind: 'error', detail: code === '' ? error.message : `${error.message} (${code})` };
}

export const ENDED: CloseReason = { kind: 'ended', detail: 'the peer closed the connection' };
export const LOCAL: CloseReason = { kind: 'local', detail: 'closed on this side' };

export function handshakeFailure(error: Error): CloseReason {
  const { kind, detail } = reasonOf(error);
  return { kind: 'tls', detail: kind === 'tls' ? detail : `the TLS handshake failed: ${detail}` };
}
