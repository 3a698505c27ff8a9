import { type Content, type Html, html, when } from '../../../src/base/html.js';
import type { CapacityStep, LoadResult } from '../../../src/evidence/load-result.js';
import { duration } from '../../times.js';
import { capacityLimit } from '../capacity-words.js';
import { latency, perSecond } from '../figures.js';
import { capacitySentence } from '../load-verdict.js';
import { isStepShown } from '../withheld.js';

/** The highest rate that held, and every rate that was tried on the way. */
export function capacityView(result: LoadResult): Content {
  const { capacity } = result;
  if (capacity === undefined) return undefined;
  const { recoveryMs } = capacity;
  const limit = capacityLimit(capacity);
  const recovery = when(
    recoveryMs !== undefined,
    () => html` After overload it held again within ${duration(recoveryMs ?? 0)}.`,
  );
  return html`<p>${capacitySentence(capacity)}${limit === undefined ? '' : ` ${limit}`}${recovery}</p>${stepsView(capacity.steps)}`;
}

function stepsView(steps: readonly CapacityStep[]): Html {
  const hidden = steps.filter((step) => step.response.count > 0 && !isStepShown(step)).length;
  const withheld = when(
    hidden > 0,
    () =>
      html`<p class=withheld>Latencies of ${hidden} steps are withheld: the lateness of the generator is not known.</p>`,
  );
  const rows = steps.map(row);
  return html`${withheld}<div class=scroll><table class=numbers><thead><tr><th>Step<th class=text>Why<th>Asked for<th>Achieved<th class=text>SLO<th>Response p50<th>p99<th>p99.9<th>Max<th>Lateness p99<th class=text>Reason</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function row(step: CapacityStep, index: number): Html {
  const { rate, achieved, passed, response, lateness, reason, phase } = step;
  const { p50, p99, p999, max } = response;
  const figures = isStepShown(step) ? [p50, p99, p999, max, lateness?.p99 ?? Number.NaN].map(latency) : [];
  const cells = Array.from({ length: 5 }, (_, n) => html`<td>${figures[n] ?? '\u2013'}`);
  return html`<tr><th scope=row>${index + 1}<td class=word>${phase ?? '\u2013'}<td>${perSecond(rate)}<td>${perSecond(achieved)}<td class=word><span class="verdict ${passed ? 'passed' : 'failed'}">${passed ? 'held' : 'broke'}</span>${cells}<td class=text>${reason}</tr>`;
}
