// Needed by the next import, which says so when it is missing.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** As the transport takes it: PEM texts. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

export interface Authority {
  /** PEM of the authority's own certificate. */
  readonly ca: string;
  /** A certificate for `names` (DNS names or addresses), valid now unless told otherwise. */
  issue(names: readonly string[], validity?: { readonly from: Date; readonly to: Date }): Promise<Identity>;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;
const ALWAYS = { from: new Date(Date.UTC(2020, 0, 1)), to: new Date(Date.UTC(2100, 0, 1)) };
export const EXPIRED = { from: ALWAYS.from, to: new Date(ALWAYS.from.getTime() + DAY_MS) };
export const NOT_YET_VALID = { from: new Date(ALWAYS.to.getTime() - DAY_MS), to: ALWAYS.to };

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
    issue: (names, { from, to } = ALWAYS) => issue(certificate, keys.privateKey, names, from, to),
  };
}

async function issue(issuer: x509.X509Certificate, signingKey: webcrypto.CryptoKey, names: readonly string[], from: Date, to: Date): Promise<Identity> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: nextSerial(),
    subject: `CN=${names[0] ?? 'nobody'}`,
    issuer: issuer.subject,
    notBefore: from,
    notAfter: to,
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey,
    extensions: [new x509.SubjectAlternativeNameExtension(names.map(generalName))],
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
