import type { Identity } from './certificates.js';

/** The certificates of a laboratory, by what is the matter with them. */
export const CERTIFICATES = [
  'good',
  'expired',
  'not-yet-valid',
  'unknown-authority',
  'wrong-name',
  'wrong-purpose',
] as const;
export type CertificateKind = (typeof CERTIFICATES)[number];

/** Certificates for tests: who trusts `ca` takes the good one and must refuse every other. */
export interface TlsLaboratory {
  readonly ca: string;
  readonly certificates: Readonly<Record<CertificateKind, Identity>>;
}

/** Names under which test systems on one machine reach each other. */
const LOCAL_NAMES = ['localhost', '127.0.0.1'];
const ELSEWHERE = ['elsewhere.example'];

/** Makes an authority and one certificate of each kind for `names`; takes some milliseconds. */
export async function tlsLaboratory(names: readonly string[] = LOCAL_NAMES): Promise<TlsLaboratory> {
  // Only who tests TLS pays for loading it.
  const { authority, EXPIRED, NOT_YET_VALID } = await import('./certificates.js');
  const [ours, strangers] = [await authority('Pipehat TLS laboratory'), await authority('an authority unknown here')];
  return {
    ca: ours.ca,
    certificates: {
      good: await ours.issue(names),
      expired: await ours.issue(names, { validity: EXPIRED }),
      'not-yet-valid': await ours.issue(names, { validity: NOT_YET_VALID }),
      'unknown-authority': await strangers.issue(names),
      'wrong-name': await ours.issue(ELSEWHERE),
      'wrong-purpose': await ours.issue(names, { purpose: 'mail' }),
    },
  };
}
