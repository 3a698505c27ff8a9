import type { Capacity, LoadResult } from '../../../src/evidence/load-result.js';
import { type Content, type Html, html, when } from '../../evidence/html.js';
import { duration } from '../../times.js';
import { latency, perSecond } from '../figures.js';
import { whyWithheld } from '../withheld.js';

/** The highest rate that held, and every rate that was tried on the way. */
export function capacityView(result: LoadResult): Content {
  const { capacity } = result;
  if (capacity === undefined) return undefined;
  const { rate, lower, upper, slo, recoveryMs } = capacity;
  return html`<p>The highest rate that held is <b>${perSecond(rate)}</b>, between ${perSecond(lower)} and ${perSecond(upper)}, as long as <code>${slo}</code>.${when(
    recoveryMs !== undefined,
    () => html` After overload it held again within ${duration(recoveryMs ?? 0)}.`,
  )}</p>${steps(capacity, whyWithheld(result))}`;
}

function steps({ steps: tried }: Capacity, reason: string | undefined): Html {
  const row = (step: Capacity['steps'][number], index: number): Html => {
    const { p50, p99, p999, max } = step.response;
    const figures = reason === undefined && step.response.count > 0 ? [p50, p99, p999, max].map(latency) : [];
    const cells = Array.from({ length: 4 }, (_, n) => html`<td>${figures[n] ?? '\u2013'}`);
    return html`<tr><th scope=row>${index + 1}<td>${perSecond(step.rate)}<td>${perSecond(step.achieved)}<td class=text><span class="verdict ${step.passed ? 'passed' : 'failed'}">${step.passed ? 'held' : 'broke'}</span>${cells}<td class=text>${step.reason}</tr>`;
  };
  const withheld = when(reason !== undefined, () => html`<p class=withheld>${reason}</p>`);
  return html`${withheld}<div class=scroll><table class=numbers><thead><tr><th>Step<th>Asked for<th>Achieved<th class=text>SLO<th>Response p50<th>p99<th>p99.9<th>Max<th class=text>Reason</tr></thead><tbody>${tried.map(row)}</tbody></table></div>`;
}
