import { type Html, html } from '../../../src/base/html.js';
import type { LoadResult } from '../../../src/evidence/load-result.js';
import { errorMeaning, errorRows } from '../errors.js';
import { faultRows } from '../faults.js';
import { grouped, share } from '../figures.js';

/** What went wrong by code, the most frequent first, with a bar each. */
export function errorsView(result: LoadResult): Html {
  return html`${errors(result)}${faults(result)}`;
}

/** They were wanted, so they are no errors. */
function faults(result: LoadResult): Html {
  const rows = faultRows(result);
  if (rows.length === 0) return html``;
  return html`<h3>Faults of the plan</h3><div class=scroll><table class=numbers><thead><tr><th>Fault<th>Messages<th class=text>What became of them</tr></thead><tbody>${rows.map(
    ([name, count, ends]) => html`<tr><th scope=row>${name}<td>${grouped(count)}<td class=text>${ends}</tr>`,
  )}</tbody></table></div>`;
}

function errors(result: LoadResult): Html {
  const rows = errorRows(result);
  if (rows.length === 0) return html`<p>None: every message that was offered was acknowledged with AA or CA.</p>`;
  const most = Math.max(...rows.map(([, count]) => count));
  return html`<div class=scroll><table class=numbers><thead><tr><th>Code<th class=text>Meaning<th>Messages<th>Of those offered<th class=text>&nbsp;</tr></thead><tbody>${rows.map(
    ([code, count]) =>
      html`<tr><th scope=row>${code}<td class=text>${errorMeaning(code)}<td>${grouped(count)}<td>${share(count, result.offered)}<td class=text>${bar(count / most)}</tr>`,
  )}</tbody></table></div>`;
}

/** A picture that needs no script; the longest is 1. */
function bar(length: number): Html {
  return html`<svg class=bar viewBox="0 0 100 10" preserveAspectRatio=none aria-hidden=true><rect width="${Math.max(0.5, Math.round(length * 1_000) / 10)}" height=10 rx=1 /></svg>`;
}
