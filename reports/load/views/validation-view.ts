import { type Content, html } from '../../../src/base/html.js';
import type { LoadResult } from '../../../src/evidence/load-result.js';
import { grouped } from '../figures.js';
import { findingRows, validationSentence } from '../validation.js';

/** What the profiles say of the messages that were delivered. */
export function validationView(result: LoadResult): Content {
  const rows = findingRows(result);
  const said = html`<p>${validationSentence(result) ?? ''}</p>`;
  if (rows.length === 0) return html`${said}<p>No finding.</p>`;
  return html`${said}<div class=scroll><table class=numbers><thead><tr><th>Code<th>Findings</tr></thead><tbody>${rows.map(([code, count]) => html`<tr><th scope=row>${code}<td>${grouped(count)}</tr>`)}</tbody></table></div>`;
}
