import type { Timer } from '../base/timer.js';
import { type BadClient, badClient, needsLaboratory } from '../mllp/bad-tls.js';
import { MllpClient, type ReplyResult } from '../mllp/client.js';
import type { Correlation } from '../mllp/correlation.js';
import type { WirePlan } from '../mllp/wire-plan.js';
import type { InboundLink, OutboundLink } from './link.js';

/** Why a link cannot suffer a fault of TLS; undefined where it can. */
export function cannotSuffer(
  bad: Parameters<typeof needsLaboratory>[0],
  link: OutboundLink | InboundLink,
): string | undefined {
  if (link.tls === undefined) return 'the link is not secured: write mllps:// for it in the configuration';
  if (!needsLaboratory(bad) || link.laboratory) return undefined;
  return 'it takes bad certificates of an authority that the system under test trusts: make some with "pipehat certificates", and name their folder under tls.laboratory';
}

/** Sends on a connection of its own, of which the TLS is wrong; no other message travels on it. */
export async function requestBadly(
  bad: BadClient,
  link: OutboundLink,
  request: { readonly raw: Buffer; readonly plan: WirePlan; readonly correlate: Correlation; readonly timer: Timer },
): Promise<ReplyResult> {
  const { raw, plan, ...how } = request;
  const why = cannotSuffer(bad, link);
  if (why !== undefined) return { kind: 'not-connected', reason: 'error', message: why };
  const tls = badClient(bad, link.tls ?? {}, link.laboratory);
  const { host, port, connectTimeoutMs, replyTimeoutMs } = link;
  const at = { host, port, connectTimeoutMs, replyTimeoutMs, ...(tls && { tls }) };
  const client = new MllpClient({ ...at, ...how, mode: 'per-message' });
  const result = await client.request(raw, { plan });
  await client.close();
  return result;
}
