import { type Html, html } from '../../../src/base/html.js';
import type { LoadResult } from '../../../src/evidence/load-result.js';
import { grouped, latency, perSecond } from '../figures.js';
import { type TimelinePoint, timeline } from '../timeline.js';
import { whyWithheld } from '../withheld.js';

const MOST_ROWS = 60;

/** What the charts over time show, as a table for who has no script or cannot see them. */
export function timeView(result: LoadResult): Html {
  const { stepSeconds, points } = timeline(result.intervals, MOST_ROWS);
  if (points.length === 0) return html`<p class=dim>Not recorded.</p>`;
  const mayShow = whyWithheld(result) === undefined;
  const said =
    stepSeconds === 1
      ? 'second by second'
      : `in steps of ${stepSeconds} seconds: rates are means, latencies those of the worst second`;
  const heads = mayShow ? html`<th>Response p50<th>p90<th>p99<th>Max<th>Service p99<th>Lateness p99` : '';
  return html`<details class=by-time><summary>The run ${said}</summary><div class=scroll><table class=numbers><thead><tr><th>From<th>Offered<th>Sent<th>Acknowledged<th>Errors<th>Dropped<th>In flight${heads}</tr></thead><tbody>${points.map((point) => row(point, mayShow))}</tbody></table></div></details>`;
}

function row(point: TimelinePoint, mayShow: boolean): Html {
  const rates = [point.offered, point.sent, point.acknowledged, point.errors, point.dropped].map(cell(perSecond));
  const { p50, p90, p99, max, serviceP99, latenessP99 } = point;
  const latencies = mayShow ? [p50, p90, p99, max, serviceP99, latenessP99].map(cell(latency)) : [];
  return html`<tr><th scope=row>${clock(point.second)}${[...rates, cell(grouped)(point.inFlight), ...latencies]}</tr>`;
}

function cell(text: (value: number) => string): (value: number | null) => Html {
  return (value) => html`<td>${value === null ? '\u2013' : text(value)}`;
}

/** `1:05`, `2:00:05` */
function clock(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const rest = two(seconds % 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}
