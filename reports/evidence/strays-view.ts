import { type Html, html } from '../../src/base/html.js';
import type { RunRecord } from '../../src/evidence/run-record.js';
import { findingsView } from './finding-view.js';
import { type MessageContext, messageView } from './message-view.js';
import { wireView } from './scenario-card.js';

/** What no scenario claimed: late or repeated deliveries, messages of unknown origin, bytes on a link. */
export function straysView(run: RunRecord, context: MessageContext): Html {
  const { strayExchanges, strayFindings, strayWire } = run;
  if (strayExchanges.length + strayFindings.length + strayWire.length === 0) {
    return html`<p class=dim>Every message belongs to a scenario.</p>`;
  }
  return html`<p class=dim>Messages that no scenario had asked for: late, repeated, or the system's own.</p>${findingsView(strayFindings)}${strayExchanges.map(
    (exchange) => messageView(exchange, context, true),
  )}${wireView(strayWire)}`;
}
