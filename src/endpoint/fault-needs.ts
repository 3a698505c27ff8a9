import { rng } from '../base/rng.js';
import { cannotSuffer } from './bad-tls.js';
import type { LinkFault } from './fault-box.js';
import type { InboundLink, OutboundLink } from './link.js';

/** Why a fault cannot strike the TLS of links; undefined where it can, or is no such fault. */
export function lacksForTls(
  fault: LinkFault,
  inbound: InboundLink | undefined,
  outbound: readonly OutboundLink[],
): string | undefined {
  if (fault.kind === 'listener')
    return fault.at === 'port' && fault.tls && inbound ? cannotSuffer(fault.tls, inbound) : undefined;
  if (fault.kind !== 'connection') return undefined;
  const bad = fault.attempts([], rng('tls')).find(({ tls }) => tls)?.tls;
  return bad && outbound.map((link) => cannotSuffer(bad, link)).find((why) => why !== undefined);
}
