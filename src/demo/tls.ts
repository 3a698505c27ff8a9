import type { ConnectionOptions, TlsOptions } from 'node:tls';
import type { Defects } from './defects.js';

/** What the engine shows its peers and whom it trusts, as PEM texts: the same towards senders and destinations. */
export interface EngineTls {
  readonly cert: string;
  readonly key: string;
  /** Only a peer with a certificate of this authority may connect or be connected to. */
  readonly ca: string;
}

const OLDEST = 'TLSv1.2';

/** For the port to which senders connect: each has to show a certificate. */
export function listening({ cert, key, ca }: EngineTls, defects: Defects): TlsOptions {
  const isChecked = !defects.has('accepts-any-certificate');
  return { cert, key, ca, minVersion: OLDEST, requestCert: isChecked, rejectUnauthorized: isChecked };
}

/** For a connection to a destination: its certificate has to carry the name of the host. */
export function connecting({ cert, key, ca }: EngineTls, defects: Defects): ConnectionOptions {
  return { cert, key, ca, minVersion: OLDEST, rejectUnauthorized: !defects.has('accepts-any-certificate') };
}
