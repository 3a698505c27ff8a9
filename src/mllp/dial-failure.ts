import { codeOf } from './error-text.js';
import { tlsReason } from './tls-reason.js';

/** Why a connection could not be made. `message` is one sentence: what, where and the remedy. */
export interface DialFailure {
  readonly kind: 'failed';
  readonly reason: 'refused' | 'timed-out' | 'name-not-found' | 'tls' | 'error';
  readonly message: string;
}

/** Codes of certificate checks that carry neither ERR_SSL nor ERR_TLS. */
const CERTIFICATE =
  /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|CRL_|ERR_SSL|ERR_TLS)/;

export function dialFailure(error: Error, host: string, port: number, duringHandshake: boolean): DialFailure {
  const cannot = `Cannot connect to ${host}:${port}`;
  const failed = (reason: DialFailure['reason'], why: string): DialFailure => {
    return { kind: 'failed', reason, message: `${cannot}: ${why}` };
  };
  const code = codeOf(error);
  if (duringHandshake || CERTIFICATE.test(code)) {
    const { what, remedy } = tlsReason(error);
    return failed('tls', `the TLS handshake failed: ${what}. ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`);
  }
  switch (code) {
    case 'ECONNREFUSED':
      return failed('refused', 'nothing listens there. Start the system or correct host and port.');
    case 'ETIMEDOUT':
      return failed('timed-out', 'no answer from the network. Check the address and the firewalls between.');
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return failed('name-not-found', 'the name does not resolve to an address. Correct the host or the name service.');
    case 'ERR_SOCKET_BAD_PORT':
      return failed('error', 'the port must be a whole number from 1 to 65535.');
    default:
      return failed('error', code === '' ? error.message : `${error.message} (${code})`);
  }
}

export function connectTimedOut(host: string, port: number, ms: number): DialFailure {
  return {
    kind: 'failed',
    reason: 'timed-out',
    message: `Cannot connect to ${host}:${port}: no connection within ${ms} ms. Check the address and the firewalls between, or raise the connect timeout.`,
  };
}

/** The TCP connection stood, and then nothing came. */
export function handshakeTimedOut(host: string, port: number, ms: number): DialFailure {
  return {
    kind: 'failed',
    reason: 'timed-out',
    message: `Cannot connect to ${host}:${port}: the TLS handshake was not answered within ${ms} ms. The peer may speak plain MLLP: switch TLS on there, or off here.`,
  };
}

export function givenUp(host: string, port: number): DialFailure {
  const message = `Cannot connect to ${host}:${port}: the attempt was given up because the client was closed.`;
  return { kind: 'failed', reason: 'error', message };
}
