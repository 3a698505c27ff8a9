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

/** What an error says to people. OpenSSL's messages name source files; its reason is what matters. */
export function messageOf(error: Error): string {
  return 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message.replace(/\.$/, '');
}

/** What an error on an open connection means for its owner. */
export function reasonOf(error: Error): CloseReason {
  const code = codeOf(error);
  if (GONE.has(code)) return { kind: 'reset', detail: `the connection was reset by the peer or the network (${code})` };
  if (/^ERR_(SSL|TLS)/.test(code))
    return { kind: 'tls', detail: `the TLS session failed: ${messageOf(error)} (${code})` };
  return { kind: 'error', detail: code === '' ? error.message : `${error.message} (${code})` };
}

export const ENDED: CloseReason = { kind: 'ended', detail: 'the peer closed the connection' };
export const LOCAL: CloseReason = { kind: 'local', detail: 'closed on this side' };
/** The runtime says no more when a client certificate is of an authority that is not trusted. */
export const NO_HANDSHAKE: CloseReason = {
  kind: 'tls',
  detail: 'the TLS handshake did not succeed: the client gave up, or its certificate is not of a trusted authority',
};

export function handshakeFailure(error: Error): CloseReason {
  const { kind, detail } = reasonOf(error);
  return { kind: 'tls', detail: kind === 'tls' ? detail : `the TLS handshake failed: ${detail}` };
}
