import { type Content, type Html, html } from '../../src/base/html.js';
import type { Exchange } from '../../src/evidence/exchange.js';
import { type ReconciliationCounts, reconcile } from '../../src/evidence/reconciliation.js';
import type { RunRecord } from '../../src/evidence/run-record.js';

/** Sent, acknowledged, delivered, missing and doubled, by message type; then the messages that do not add up. */
export function reconciliationView(run: RunRecord): Html {
  const { passesOn, rows, total, missing, doubled, unknownOrigin } = reconcile(run);
  const line = (title: string, counts: ReconciliationCounts): Html => row(title, counts, passesOn);
  const far = passesOn ? html`<th>Delivered<th>Missing<th>Doubled` : undefined;
  return html`<p class=dim>Distinct messages from our actors, told apart by MSH-9 and MSH-10. ${
    passesOn
      ? 'Missing: accepted by the system under test, and delivered nowhere. Doubled: delivered again on a link that had acknowledged it.'
      : 'The system under test is an actor itself, so nothing is passed on and deliveries are not counted.'
  }</p><div class=scroll><table class=numbers><thead><tr><th>Message<th>Sent<th>Acknowledged<th>Refused<th>No answer${far}</tr></thead>
<tbody>${rows.map((each) => line(each.messageType || 'not a message', each))}</tbody><tfoot>${line('All', total)}</tfoot></table></div>
${list('Missing', missing)}${list('Doubled', doubled)}${list('Delivered under an id that no actor of ours had sent', unknownOrigin)}`;
}

function row(title: string, counts: ReconciliationCounts, passesOn: boolean): Html {
  const { sent, acknowledged, refused, unanswered, delivered, missing, doubled } = counts;
  const far = passesOn ? html`<td>${delivered}${alarming(missing)}${alarming(doubled)}` : undefined;
  return html`<tr><th scope=row>${title}<td>${sent}<td>${acknowledged}<td>${refused}<td>${unanswered}${far}</tr>`;
}

function alarming(count: number): Html {
  return count === 0 ? html`<td class=dim>0` : html`<td class=alarm>${count}`;
}

function list(title: string, exchanges: readonly Exchange[]): Content {
  if (exchanges.length === 0) return undefined;
  return html`<details class=ids><summary>${title}: ${exchanges.length}</summary><ul class=plain>${exchanges.map(exchangeLink)}</ul></details>`;
}

function exchangeLink({ id, messageType, controlId, link }: Exchange): Html {
  return html`<li><a href="#${id}">${id}</a> ${messageType} <code>${controlId}</code> <span class=dim>${link}</span></li>`;
}
