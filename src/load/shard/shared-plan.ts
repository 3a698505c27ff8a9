import type { ClientTls, Pem } from '../../mllp/tls.js';
import type { LoadPlan } from '../plan/load-plan.js';

/** A plan as files and other machines may see it: that of the whole run, without private keys and passphrases. */
export function sharedPlan({ shard: _, targets, farEnds, ...plan }: LoadPlan): LoadPlan {
  return {
    ...plan,
    targets: targets.map(({ tls, ...target }) => ({ ...target, ...(tls && { tls: publicPart(tls) }) })),
    farEnds: farEnds.map(({ tls: __, ...farEnd }) => farEnd),
  };
}

function publicPart({ ca, serverName }: ClientTls): ClientTls {
  return {
    ...(ca !== undefined && { ca: isList(ca) ? ca.map(String) : String(ca) }),
    ...(serverName !== undefined && { serverName }),
  };
}

function isList(ca: Pem | readonly Pem[]): ca is readonly Pem[] {
  return Array.isArray(ca);
}

/**
 * What all machines of a run must agree on, or else they would not send one plan: everything but the addresses, which may differ
 * where each has a system of its own, and the far ends, which need not be on every machine.
 */
function heading({ targets, farEnds: _, settleMs: __, shard: ___, thresholds, queueLimit, ...plan }: LoadPlan) {
  return {
    ...plan,
    senders: targets.map(({ role }) => role ?? 'everybody'),
    thresholds: thresholds.map(({ text }) => text),
    // Last, since it mostly follows from the others, and the first difference is told.
    queueLimit,
  };
}

/** The first thing in which two plans differ, `workers (2, not 1)`; undefined where they are one plan. */
export function differenceOf(one: LoadPlan, other: LoadPlan): string | undefined {
  const [a, b] = [heading(one), heading(other)].map((plan) => new Map(Object.entries(plan)));
  for (const name of new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])) {
    const [mine, theirs] = [JSON.stringify(a?.get(name)), JSON.stringify(b?.get(name))];
    if (mine !== theirs) return `${name} (${shown(mine)}, not ${shown(theirs)})`;
  }
  return undefined;
}

const LONGEST = 80;

function shown(value: string | undefined): string {
  const text = value ?? 'nothing';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}
