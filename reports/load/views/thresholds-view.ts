import { type Html, html, when } from '../../../src/base/html.js';
import type { LoadResult } from '../../../src/evidence/load-result.js';
import { actualOf } from '../load-verdict.js';

/** Each promise about the run, and what came of it; broken ones first. */
export function thresholdsView({ thresholds }: LoadResult): Html {
  if (thresholds.length === 0) {
    return html`<p class=dim>None was given: nothing says what would have been good. A threshold is written as <code>response.p99 &lt; 500ms</code>.</p>`;
  }
  const rows = [...thresholds]
    .sort((a, b) => Number(a.passed) - Number(b.passed))
    .map(
      (one) =>
        html`<tr><td class=word><span class="verdict ${one.passed ? 'passed' : 'failed'}">${one.passed ? 'kept' : 'broken'}</span>${when(one.aborted, () => html` <span class=blame>ended the run</span>`)}<td class=text><code>${one.text}</code><td>${actualOf(one)}</tr>`,
    );
  return html`<div class=scroll><table class=numbers><thead><tr><th>Verdict<th class=text>Threshold<th>Measured</tr></thead><tbody>${rows}</tbody></table></div>`;
}
