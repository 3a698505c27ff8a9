import { type Content, type Html, html } from '../../src/base/html.js';
import type { Accounted } from '../../src/evidence/accounting.js';
import { accountingOf } from '../../src/evidence/run-accounting.js';
import type { RunRecord } from '../../src/evidence/run-record.js';
import { ACCOUNTING_ROWS } from '../accounting-words.js';

/** What does not add up of all that entered and left the system under test; nothing where it passes nothing on. */
export function accountingView(run: RunRecord): Content {
  const accounting = accountingOf(run);
  if (accounting === undefined) return undefined;
  const { accepted, delivered, redelivered, wrong } = accounting;
  const rule = run.manifest.accounting?.identity ?? 'MSH-10';
  return html`<p class=dim>${accepted} messages accepted, ${delivered} of them delivered, ${redelivered} deliveries rightly repeated. Matched by ${rule}.</p><div class=scroll><table class=numbers><thead><tr><th>Damage<th>Messages<th class=text>Meaning</tr></thead>
<tbody>${ACCOUNTING_ROWS.map(([kind, meaning]) => row(kind, meaning, wrong))}</tbody></table></div>
${ACCOUNTING_ROWS.map(([kind]) => list(kind, wrong))}`;
}

function row(kind: Accounted['kind'], meaning: string, wrong: readonly Accounted[]): Html {
  const count = wrong.filter((one) => one.kind === kind).length;
  return html`<tr><th scope=row>${kind}${count === 0 ? html`<td class=dim>0` : html`<td class=alarm>${count}`}<td class=text>${meaning}</tr>`;
}

function list(kind: Accounted['kind'], wrong: readonly Accounted[]): Content {
  const ones = wrong.filter((one) => one.kind === kind);
  if (ones.length === 0) return undefined;
  return html`<details class=ids><summary>${kind}: ${ones.length}</summary><ul class=plain>${ones.map(item)}</ul></details>`;
}

function item({ exchange, source, faults, detail }: Accounted): Html {
  const { id, messageType, controlId, link } = exchange;
  const from = source === undefined ? undefined : html` sent as <a href="#${source.id}">${source.id}</a>`;
  const struck = faults.length === 0 ? undefined : html` under ${faults.join(', ')}`;
  const what = detail === undefined ? undefined : html`: ${detail}`;
  return html`<li><a href="#${id}">${id}</a> ${messageType} <code>${controlId}</code> <span class=dim>${link}</span>${from}${struck}${what}</li>`;
}
