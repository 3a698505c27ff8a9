import type { ClientTls, OutdatedVersion, ServerTls } from './tls.js';
import type { TlsLaboratory } from './tls-laboratory.js';

const BAD_CERTIFICATES = ['expired', 'not-yet-valid', 'unknown-authority', 'wrong-name', 'wrong-purpose'] as const;

/** What can be wrong with the TLS of a client, and of a server. */
export const BAD_CLIENTS = [
  ...BAD_CERTIFICATES,
  'no-certificate',
  'tls-1.0',
  'tls-1.1',
  'plain',
  'truncated-close',
] as const;
export const BAD_SERVERS = [...BAD_CERTIFICATES, 'tls-1.0', 'tls-1.1', 'plain'] as const;
export type BadClient = (typeof BAD_CLIENTS)[number];
export type BadServer = (typeof BAD_SERVERS)[number];

const VERSIONS: Readonly<Record<string, OutdatedVersion>> = { 'tls-1.0': 'TLSv1', 'tls-1.1': 'TLSv1.1' };

/** Whether it takes certificates of a laboratory to do this. */
export function needsLaboratory(bad: BadClient | BadServer): boolean {
  return BAD_CERTIFICATES.some((kind) => kind === bad);
}

/** What a client shows instead of `good`: undefined is plain MLLP. A certificate of a missing laboratory stays the good one. */
export function badClient(
  bad: BadClient,
  good: ClientTls,
  laboratory: TlsLaboratory | undefined,
): ClientTls | undefined {
  if (bad === 'plain') return undefined;
  if (bad === 'truncated-close') return good;
  if (bad !== 'no-certificate') return { ...good, ...worsened(bad, laboratory) };
  const { ca, serverName } = good;
  return { ...(ca !== undefined && { ca }), ...(serverName !== undefined && { serverName }) };
}

/** The same of a server. */
export function badServer(
  bad: BadServer,
  good: ServerTls,
  laboratory: TlsLaboratory | undefined,
): ServerTls | undefined {
  return bad === 'plain' ? undefined : { ...good, ...worsened(bad, laboratory) };
}

function worsened(
  bad: Exclude<BadClient, 'plain' | 'no-certificate' | 'truncated-close'>,
  laboratory: TlsLaboratory | undefined,
) {
  if (bad === 'tls-1.0' || bad === 'tls-1.1') return { outdated: VERSIONS[bad] ?? ('TLSv1' as const) };
  return laboratory?.certificates[bad] ?? {};
}
