// Needed by the next import, which says so when it is missing.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** As the transport takes it: PEM texts. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

interface Validity {
  readonly from: Date;
  readonly to: Date;
}

/** What a certificate is good for: both ends of a TLS link, or signing mail, which is neither. */
type Purpose = 'tls' | 'mail';

export interface Issue {
  /** Valid now where absent. */
  readonly validity?: Validity;
  readonly purpose?: Purpose;
}

export interface Authority {
  /** PEM of the authority's own certificate. */
  readonly ca: string;
  /** A certificate for `names` (DNS names or addresses). */
  issue(names: readonly string[], issue?: Issue): Promise<Identity>;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;
const ALWAYS: Validity = { from: new Date(Date.UTC(2020, 0, 1)), to: new Date(Date.UTC(2100, 0, 1)) };
export const EXPIRED: Validity = { from: ALWAYS.from, to: new Date(ALWAYS.from.getTime() + DAY_MS) };
export const NOT_YET_VALID: Validity = { from: new Date(ALWAYS.to.getTime() - DAY_MS), to: ALWAYS.to };

const USAGES: Readonly<Record<Purpose, x509.ExtendedKeyUsageType[]>> = {
  tls: [x509.ExtendedKeyUsage.serverAuth, x509.ExtendedKeyUsage.clientAuth],
  mail: [x509.ExtendedKeyUsage.emailProtection],
};

let serial = 0;

/** A certificate authority of its own, which nobody trusts who is not told to. */
export async function authority(name: string): Promise<Authority> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: nextSerial(),
    name: `CN=${name}`,
    notBefore: ALWAYS.from,
    notAfter: ALWAYS.to,
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
  });
  return {
    ca: certificate.toString('pem'),
    issue: (names, wanted) => issue(certificate, keys.privateKey, names, wanted),
  };
}

async function issue(
  issuer: x509.X509Certificate,
  signingKey: webcrypto.CryptoKey,
  names: readonly string[],
  { validity = ALWAYS, purpose = 'tls' }: Issue = {},
): Promise<Identity> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: nextSerial(),
    subject: `CN=${names[0] ?? 'nobody'}`,
    issuer: issuer.subject,
    notBefore: validity.from,
    notAfter: validity.to,
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey,
    extensions: [
      new x509.SubjectAlternativeNameExtension(names.map(generalName)),
      new x509.ExtendedKeyUsageExtension(USAGES[purpose]),
    ],
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  return { cert: certificate.toString('pem'), key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY') };
}

function generalName(name: string): x509.JsonGeneralName {
  return { type: /^[\d.]+$/.test(name) ? 'ip' : 'dns', value: name };
}

function nextSerial(): string {
  return (++serial).toString(16).padStart(4, '0');
}
