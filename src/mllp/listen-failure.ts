import { codeOf } from './error-text.js';

/** Why a listener could not be opened. `message` is one sentence: what, where and the remedy. */
export interface ListenFailure {
  readonly kind: 'failed';
  readonly reason: 'port-in-use' | 'not-permitted' | 'address-not-available' | 'error';
  readonly message: string;
}

export function listenFailure(error: Error, host: string, port: number): ListenFailure {
  const cannot = `Cannot listen on ${host}:${port}`;
  const failed = (reason: ListenFailure['reason'], why: string): ListenFailure => {
    return { kind: 'failed', reason, message: `${cannot}: ${why}` };
  };
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return failed(
        'port-in-use',
        'another program has the port. Stop that program or choose another port; 0 takes any free one.',
      );
    case 'EACCES':
    case 'EPERM':
      return failed('not-permitted', 'this user may not open the port. Choose one above 1023.');
    case 'EADDRNOTAVAIL':
      return failed(
        'address-not-available',
        'no interface of this machine has the address. Use one of its own, or 127.0.0.1.',
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return failed(
        'address-not-available',
        'the name does not resolve to an address. Give an address of this machine.',
      );
    case 'ERR_SOCKET_BAD_PORT':
      return failed('error', 'the port must be a whole number from 0 to 65535.');
    default:
      return failed('error', error.message);
  }
}
