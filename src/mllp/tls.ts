import { type ConnectionOptions, createSecureContext, type SecureContextOptions, type TlsOptions } from 'node:tls';
import { asError, messageOf } from './error-text.js';

/** PEM text or bytes. */
export type Pem = string | Buffer;

/** Versions that nobody should speak any more. */
export type OutdatedVersion = 'TLSv1' | 'TLSv1.1';

export interface ServerTls {
  readonly key: Pem;
  readonly cert: Pem;
  readonly passphrase?: string;
  /** Authorities that client certificates are checked against. */
  readonly ca?: Pem | readonly Pem[];
  /** Mutual TLS: a client without a certificate of `ca` is refused. */
  readonly requireClientCertificate?: boolean;
  /** With mutual TLS: names of which a client's certificate must carry one; any where absent. */
  readonly clientNames?: readonly string[];
  /** Speaks this version and no other: for a peer that must refuse it. */
  readonly outdated?: OutdatedVersion;
}

export interface ClientTls {
  /** Authorities that the server's certificate is checked against; the system's where absent. */
  readonly ca?: Pem | readonly Pem[];
  /** Our certificate, for mutual TLS. */
  readonly key?: Pem;
  readonly cert?: Pem;
  readonly passphrase?: string;
  /** The name that the server's certificate must carry; the host that is dialled where absent. */
  readonly serverName?: string;
  /** Speaks this version and no other: for a peer that must refuse it. */
  readonly outdated?: OutdatedVersion;
}

/** IHE node authentication: nothing below TLS 1.2. */
const MIN_VERSION = 'TLSv1.2';
const HANDSHAKE_TIMEOUT_MS = 10_000;
/** OpenSSL 3 gives the outdated versions no cipher at its usual level. */
const ANY_CIPHER = 'DEFAULT@SECLEVEL=0';

type Material = Pick<ServerTls, 'ca' | 'passphrase' | 'outdated'> & { readonly key?: Pem; readonly cert?: Pem };

/** Throws where key, certificate or authority cannot be read. */
export function serverTlsOptions(tls: ServerTls): TlsOptions {
  return {
    ...contextOptions(tls),
    requestCert: tls.requireClientCertificate === true,
    // The listener looks at the certificate itself: the runtime would not say what is wrong with it.
    rejectUnauthorized: false,
    handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
  };
}

/** Throws where key, certificate or authority cannot be read. */
export function clientTlsOptions(tls: ClientTls): ConnectionOptions {
  return { secureContext: createSecureContext(contextOptions(tls)), rejectUnauthorized: true };
}

function contextOptions({ ca, key, cert, passphrase, outdated }: Material): SecureContextOptions {
  return {
    ...(outdated === undefined
      ? { minVersion: MIN_VERSION }
      : { minVersion: outdated, maxVersion: outdated, ciphers: ANY_CIPHER }),
    ...(ca !== undefined && { ca: typeof ca === 'string' || Buffer.isBuffer(ca) ? ca : [...ca] }),
    ...(key !== undefined && { key }),
    ...(cert !== undefined && { cert }),
    ...(passphrase !== undefined && { passphrase }),
  };
}

/** One sentence for a key or certificate that cannot be used. */
export function unusableTls(what: string, error: unknown): string {
  return `${what}: the TLS key, certificate or authority cannot be used (${messageOf(asError(error))}). Give PEM files that belong together, and the passphrase where the key has one.`;
}
