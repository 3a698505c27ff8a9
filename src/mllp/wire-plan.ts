import { frame } from './frame.js';

/** One thing done to a connection. Each `write` is handed to the kernel before the next action begins. */
export type WireAction =
  | { readonly kind: 'write'; readonly bytes: Buffer }
  /** Nominal milliseconds, scaled by the link's timer. */
  | { readonly kind: 'pause'; readonly ms: number }
  /** Nothing is read from the peer until the plan goes on reading: its window closes. */
  | { readonly kind: 'stop-reading' }
  | { readonly kind: 'go-on-reading' }
  /** What `begin` starts is waited for, unless the connection ends before. */
  | { readonly kind: 'await'; readonly begin: () => Promise<void> }
  /** TCP RST. */
  | { readonly kind: 'reset' }
  /** TCP FIN. */
  | { readonly kind: 'end' }
  /** TCP FIN below TLS, without its farewell, as an attacker does that cuts a message short; without TLS the same as `end`. */
  | { readonly kind: 'truncate' }
  /** Nothing more is ever written on this connection, and it stays open. */
  | { readonly kind: 'withhold' };

/** What is written, when, byte by byte. Faults transform it. */
export type WirePlan = readonly WireAction[];

/** The payload as one correct frame in one write. */
export function wholeFrame(payload: Uint8Array): WirePlan {
  return [{ kind: 'write', bytes: frame(payload) }];
}
