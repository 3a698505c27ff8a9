import { type Content, type Html, html, when } from '../../../src/base/html.js';
import type { LedgerSummary, LoadResult } from '../../../src/evidence/load-result.js';
import { grouped } from '../figures.js';
import { LEDGER_ROWS } from '../ledger.js';

/** What reached the far end of what was acknowledged, with the ids of some of each damage. */
export function ledgerView({ ledger, acknowledged }: LoadResult): Html {
  if (ledger === undefined) {
    return html`<p>No far end was watched: whether the system passed on what it acknowledged is not known.</p>`;
  }
  const balance = html`<p>${grouped(acknowledged)} acknowledged, ${grouped(ledger.delivered)} delivered at least once (each far end counts its own).</p>`;
  return html`${balance}<div class=scroll><table class=numbers><thead><tr><th>Damage<th>Messages<th class=text>Meaning<th class=text>Some of their control ids (MSH-10)</tr></thead><tbody>${LEDGER_ROWS.map((row) => damageRow(row, ledger))}</tbody></table></div>`;
}

function damageRow([name, meaning]: (typeof LEDGER_ROWS)[number], ledger: LedgerSummary): Html {
  const count = ledger[name];
  return html`<tr><th scope=row>${name}<td class="${count > 0 ? 'alarm' : ''}">${grouped(count)}<td class=text>${meaning}<td class="text ids">${ids(ledger.samples[name] ?? [])}</tr>`;
}

const MOST_IDS = 10;

function ids(samples: readonly string[]): Content {
  const more = samples.length - MOST_IDS;
  return [
    samples.slice(0, MOST_IDS).map((id) => html`<code>${id}</code> `),
    when(more > 0, () => html`<span class=dim>and ${more} more in the JSON</span>`),
  ];
}
