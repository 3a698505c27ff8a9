import { type Html, html } from '../../../src/base/html.js';
import type { LoadResult } from '../../../src/evidence/load-result.js';
import { grouped, latency } from '../figures.js';
import { whyWithheld } from '../withheld.js';

type OfType = LoadResult['byMessage'][string];

/** Each type of message with its own end and latencies, the most frequent first. */
export function typesView({ byMessage }: LoadResult): Html {
  const types = Object.entries(byMessage).sort(([, a], [, b]) => b.offered - a.offered);
  if (types.length === 0) return html`<p class=dim>Not recorded.</p>`;
  return html`<div class=scroll><table class="numbers dense"><thead><tr><th>Type<th>Offered<th>Acknowledged<th>No answer<th>Connection lost<th>Dropped<th>Pending<th>Response p50<th>p99<th>p99.9<th>Max<th>Service p99<th>Lateness p99</tr></thead><tbody>${types.map(row)}</tbody></table></div>`;
}

function row([type, own]: readonly [string, OfType]): Html {
  const { offered, acknowledged, timedOut, lost, dropped, pending } = own;
  return html`<tr><th scope=row>${type}<td>${grouped(offered)}<td>${grouped(acknowledged)}${[timedOut, lost, dropped, pending].map(trouble)}${latencies(own)}</tr>`;
}

export function trouble(count: number): Html {
  return count > 0 ? html`<td class=alarm>${grouped(count)}` : html`<td>0`;
}

function latencies(own: OfType): Html {
  const reason = whyWithheld(own);
  if (reason !== undefined) return html`<td colspan=6 class=text>${reason}`;
  const { response, service, lateness } = own;
  const figures = [response.p50, response.p99, response.p999, response.max, service.p99, lateness.p99];
  return html`${figures.map((ms) => html`<td>${latency(ms)}`)}`;
}
