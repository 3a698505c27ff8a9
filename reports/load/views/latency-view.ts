import { type Html, html } from '../../../src/base/html.js';
import type { Latencies, LatencySummary, LoadResult } from '../../../src/evidence/load-result.js';
import { readDistribution } from '../distribution.js';
import { grouped, latency } from '../figures.js';
import { whyWithheld } from '../withheld.js';

/** What each latency counts, from which instant to which. */
const MEANING: Readonly<Record<keyof Latencies, string>> = {
  response: 'from the intended instant to the answer',
  service: 'from the write to the answer',
  queue: 'waiting for a free connection',
  lateness: "the generator's own delay",
};

const FURTHER = [75, 99.99] as const;

/** Response, service, queue and lateness side by side, or the reason why they are withheld. */
export function latencyView(result: LoadResult): Html {
  const reason = whyWithheld(result);
  if (reason !== undefined) return html`<p class=withheld>${reason}</p>`;
  const rows = (['response', 'service', 'queue', 'lateness'] as const).map((name) =>
    row(name, MEANING[name], result[name]),
  );
  const far = result.ledger?.endToEnd;
  const all = far === undefined || far.count === 0 ? rows : [...rows, row('end to end', 'to the far end', far)];
  return html`<div class=scroll><table class="numbers dense"><thead><tr><th>Latency<th>Messages<th>Mean<th>p50<th>p75<th>p90<th>p99<th>p99.9<th>p99.99<th>Max</tr></thead><tbody>${all}</tbody></table></div>`;
}

function row(name: string, meaning: string, summary: LatencySummary): Html {
  const { count, mean, p50, p90, p99, p999, max } = summary;
  const distribution = readDistribution(summary.histogram);
  const [p75, p9999] = FURTHER.map((percentile) =>
    distribution === undefined ? '\u2013' : latency(distribution.at(percentile)),
  );
  if (count === 0) return html`<tr><th scope=row>${name}<td>0${Array.from({ length: 8 }, () => html`<td>\u2013`)}</tr>`;
  return html`<tr><th scope=row>${name} <span class=dim>${meaning}</span><td>${grouped(count)}<td>${latency(mean)}<td>${latency(p50)}<td>${p75}<td>${latency(p90)}<td>${latency(p99)}<td>${latency(p999)}<td>${p9999}<td>${latency(max)}</tr>`;
}
