import { checkServerIdentity, type TLSSocket } from 'node:tls';
import { codeOf, messageOf } from './error-text.js';

/** What the codes of OpenSSL and of the runtime mean, for people. "The peer": whoever is at the other end. */
const MEANINGS: readonly (readonly [codes: RegExp, meaning: string, remedy: string])[] = [
  [/^CERT_HAS_EXPIRED$/, "the peer's certificate has expired", 'renew it, or mend the clocks'],
  [/^CERT_NOT_YET_VALID$/, "the peer's certificate is not valid yet", 'wait, or mend the clocks'],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$|^HOSTNAME_MISMATCH$/,
    "the peer's certificate is for another name",
    'dial the name that it carries, or give that name as the server name',
  ],
  [
    /^INVALID_PURPOSE$|KEY_USAGE/,
    "the peer's certificate is not made for this end of a TLS connection (extended key usage)",
    'issue one for server and client authentication',
  ],
  [
    /^UNABLE_TO_|^SELF_SIGNED|^DEPTH_ZERO_|^INVALID_CA$/,
    "the peer's certificate is not of a trusted authority",
    'trust its authority, or take a certificate of a trusted one',
  ],
  [
    /DID_NOT_RETURN_A_CERTIFICATE$|CERTIFICATE_REQUIRED$/,
    'no certificate was shown where one is asked for',
    'give the client a certificate and its key',
  ],
  [/ALERT_CERTIFICATE_EXPIRED$/, 'the peer says that our certificate has expired', 'renew it'],
  [/ALERT_UNKNOWN_CA$/, 'the peer does not trust the authority of our certificate', 'have the peer trust it'],
  [
    /ALERT_BAD_CERTIFICATE$|ALERT_CERTIFICATE_UNKNOWN$|ALERT_UNSUPPORTED_CERTIFICATE$/,
    'the peer refuses our certificate',
    'look into its log for the reason',
  ],
  [
    /PROTOCOL_VERSION$|UNSUPPORTED_PROTOCOL$|NO_PROTOCOLS_AVAILABLE$|UNSUPPORTED_VERSION|TLSV1_UNRECOGNIZED/,
    'the peer speaks no TLS version from 1.2 on',
    'switch TLS 1.2 or 1.3 on there',
  ],
  [
    /WRONG_VERSION_NUMBER$|HTTP_REQUEST$|PACKET_LENGTH_TOO_LONG$|BAD_RECORD_TYPE$|UNEXPECTED_MESSAGE$/,
    'what came is no TLS: the peer seems to speak plain MLLP',
    'switch TLS on there, or off here',
  ],
  [
    /^ECONNRESET$|^EPIPE$/,
    'the peer broke the handshake off: it may refuse our certificate',
    'look into its log for the reason',
  ],
];

export interface TlsReason {
  /** A sentence without its end, with the code of the runtime behind it. */
  readonly what: string;
  readonly remedy: string;
}

/** Why a handshake failed. */
export function tlsReason(error: Error): TlsReason {
  const code = codeOf(error);
  const meaning = meaningOf(code);
  if (meaning) return meaning;
  const what = code === '' ? messageOf(error) : `${messageOf(error)} (${code})`;
  return { what, remedy: 'check certificates, authority and server name on both sides' };
}

function meaningOf(code: string): TlsReason | undefined {
  const found = MEANINGS.find(([codes]) => codes.test(code));
  return found && { what: `${found[1]} (${code})`, remedy: found[2] };
}

/**
 * Why a server may not take the certificate that a client has shown; undefined where it is good. Looked at here and not left to
 * the runtime, which would drop the connection without a word; a session that is taken up again must show its certificate too.
 */
export function clientRefusal(socket: TLSSocket, names: readonly string[] | undefined): TlsReason | undefined {
  const certificate = socket.getPeerCertificate();
  if (certificate === null || Object.keys(certificate).length === 0) return refusal('CERTIFICATE_REQUIRED');
  if (!socket.authorized) return refusal(String(socket.authorizationError));
  const isNamed = names === undefined || names.some((name) => checkServerIdentity(name, certificate) === undefined);
  return isNamed ? undefined : refusal('HOSTNAME_MISMATCH');
}

function refusal(code: string): TlsReason {
  return meaningOf(code) ?? { what: `the peer's certificate is refused (${code})`, remedy: 'look at the certificate' };
}
