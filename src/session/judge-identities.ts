import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Finding } from '../evidence/finding.js';
import { judgeEcho } from '../ledger/echo/judge-echo.js';
import type { Seen } from '../ledger/echo/seen.js';

/**
 * What the messages of a scenario show of identifiers that did not come back and of orders that took an illegal turn, without any
 * step that asks for it.
 */
export function judgeIdentities(
  exchanges: readonly LiveExchange[],
): readonly { readonly exchange: LiveExchange; readonly finding: Finding }[] {
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  return judgeEcho(exchanges.flatMap(seenIn)).flatMap(({ seen, finding }) => {
    const exchange = byId.get(seen.exchange);
    return exchange === undefined ? [] : [{ exchange, finding }];
  });
}

/** The message and its replies. */
function seenIn(exchange: LiveExchange): readonly Seen[] {
  const { id, message, direction, role } = exchange;
  const isTheirs = direction === 'received';
  const own = { exchange: id, isReply: false, isTheirs, role, isAccepted: wasAccepted(exchange) };
  const replies = [exchange.accept?.message, exchange.application?.message].filter((reply) => reply !== undefined);
  return [
    ...(message === undefined ? [] : [{ ...own, message }]),
    ...replies.map((reply) => ({ ...own, message: reply, isReply: true, isTheirs: !isTheirs })),
  ];
}

function wasAccepted({ accept, application }: LiveExchange): boolean {
  const codes = [accept?.code, application?.code].filter((code) => code !== undefined);
  return codes.length > 0 && codes.every((code) => code === 'AA' || code === 'CA');
}
