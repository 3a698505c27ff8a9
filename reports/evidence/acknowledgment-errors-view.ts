import { type Html, html } from '../../src/base/html.js';
import { type AcknowledgmentErrorRow, acknowledgmentErrors } from '../../src/evidence/acknowledgment-errors.js';
import type { RunRecord } from '../../src/evidence/run-record.js';
import { ERROR_TEXTS } from '../../src/hl7/acknowledgment.js';

/** Links to messages in one cell at most. */
const LINK_LIMIT = 12;

/** Negative acknowledgments by code, place and partner. */
export function acknowledgmentErrorsView(run: RunRecord): Html {
  const rows = acknowledgmentErrors(run);
  if (rows.length === 0) return html`<p class=dim>No message was refused.</p>`;
  return html`<p class=dim>Every negative acknowledgment of the run, wanted by a scenario or not.</p><div class=scroll><table><thead><tr><th>Answer<th>Error (table 0357)<th>Place<th>Link<th>Count<th>Messages</tr></thead><tbody>${rows.map(rowView)}</tbody></table></div>`;
}

function rowView({ acknowledgment, code, location, link, exchanges }: AcknowledgmentErrorRow): Html {
  const error = code === '' ? html`<span class=dim>no error given</span>` : html`<b>${code}</b> ${ERROR_TEXTS[code]}`;
  const place = location === '' ? html`<span class=dim>not given</span>` : html`<code>${location}</code>`;
  const links = exchanges.slice(0, LINK_LIMIT).map(({ id }) => html`<a href="#${id}">${id}</a> `);
  const more = exchanges.length > LINK_LIMIT ? `and ${exchanges.length - LINK_LIMIT} more` : '';
  return html`<tr><td><span class="code warn">${acknowledgment}</span><td>${error}<td>${place}<td>${link}<td>${exchanges.length}<td>${links}${more}</tr>`;
}
