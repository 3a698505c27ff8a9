import { type Content, type Html, html } from '../../../src/base/html.js';
import type { LoadResult } from '../../../src/evidence/load-result.js';
import { duration } from '../../times.js';
import { type SoakRow, soakRows } from '../soak.js';
import { whyWithheld } from '../withheld.js';

/** What a long run did to the system: the slope of each figure. */
export function soakView(result: LoadResult): Content {
  const { soak } = result;
  if (soak === undefined) return undefined;
  const isWithheld = whyWithheld(result) !== undefined;
  const rows = soakRows(soak).filter(({ name }) => !(isWithheld && name.startsWith('response')));
  return html`<p>Straight lines through the means over windows of ${duration(soak.windowSeconds * 1_000)}: ${soak.verdict}.</p><div class=scroll><table class=numbers><thead><tr><th>Figure<th>Mean<th>In an hour<th>Over the run<th class=text>Trend</tr></thead><tbody>${rows.map(row)}</tbody></table></div>`;
}

function row({ name, mean, perHour, change, trend }: SoakRow): Html {
  const tone = trend === 'rising' ? 'failed' : trend === 'unknown' ? 'untested' : 'passed';
  return html`<tr><th scope=row>${name}<td>${mean}<td>${perHour}<td>${change}<td class=word><span class="verdict ${tone}">${trend}</span></tr>`;
}
