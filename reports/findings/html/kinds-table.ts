import { type Html, html, when } from '../../../src/base/html.js';
import { toneOf } from '../../finding-tone.js';
import { CLASSIFICATION_WORDS } from '../words.js';
import type { FindingKind } from './kinds.js';

/** Rows at once; the others can be opened. */
const ROWS = 25;

/** Every kind of finding in all messages: the worst first, each with a link to its first place. */
export function kindsTable(kinds: readonly FindingKind[]): Html {
  const first = kinds.slice(0, ROWS);
  const others = kinds.slice(ROWS);
  return html`${table(first)}${when(
    others.length > 0,
    () => html`<details class=more><summary>${others.length} more kinds</summary>${table(others)}</details>`,
  )}`;
}

function table(kinds: readonly FindingKind[]): Html {
  return html`<div class=scroll><table class=kinds><thead><tr><th>severity</th><th>where</th><th>what</th><th class=figure>findings</th><th class=figure>messages</th></tr></thead><tbody>${kinds.map(row)}</tbody></table></div>`;
}

function row(kind: FindingKind): Html {
  const { code, classification, element, message, remedy, findings, messages, anchor } = kind;
  const where = element === '' ? html`<span class=dim>message</span>` : html`<code>${element}</code>`;
  return html`<tr><td><span class="verdict ${toneOf(kind)}">${CLASSIFICATION_WORDS[classification]}</span></td><td>${anchor === undefined ? where : html`<a href="#${anchor}">${where}</a>`}</td><td>${message}<br><code class=dim>${code}</code><span class=dim>: ${remedy}</span></td><td class=figure>${findings.toLocaleString('en')}</td><td class=figure>${messages.toLocaleString('en')}</td></tr>`;
}
