import { type Content, type Html, html, when } from '../../src/base/html.js';
import { acknowledgmentErrors } from '../../src/evidence/acknowledgment-errors.js';
import { allExchanges } from '../../src/evidence/all-exchanges.js';
import { reconcile } from '../../src/evidence/reconciliation.js';
import type { RunRecord } from '../../src/evidence/run-record.js';
import { requirementMatrix, verdictCounts } from '../../src/evidence/tally.js';
import { between, dateTime, duration } from '../times.js';
import { caveats, countsLine, VERDICT_WORDS, VERDICTS } from '../verdict-words.js';

/** What the system under test is, the verdict in words, and the figures that a reviewer asks for first. */
export function banner(run: RunRecord): Html {
  const { manifest, verdict } = run;
  return html`<header class=masthead><p class=eyebrow>Pipehat interface evidence</p><h1>${manifest.sut.name} ${when(
    manifest.sut.version !== undefined,
    () => html`<span class=version>${manifest.sut.version}</span>`,
  )}</h1><p class=dim>${manifest.environment}, ${dateTime(manifest.startedAt)}${lasted(run)}</p></header>
<section class="banner ${verdict}" id=verdict aria-label="Verdict"><p class=big>${VERDICT_WORDS[verdict]}</p><div><p>${countsLine(run)}.</p>${caveats(
    run,
  ).map((caveat) => html`<p class=caveat>${caveat}</p>`)}</div></section>
<ul class=tiles>${tiles(run)}</ul>`;
}

function lasted(run: RunRecord): string {
  const ms = between(run.manifest.startedAt, run.finishedAt);
  return ms === 0 ? '' : `, ${duration(ms)}`;
}

function tiles(run: RunRecord): Content {
  const counts = verdictCounts(run.scenarios);
  const { total, passesOn } = reconcile(run);
  const requirements = requirementMatrix(run);
  const untested = requirements.filter((row) => row.verdict === 'untested').length;
  const refused = acknowledgmentErrors(run).reduce((sum, row) => sum + row.exchanges.length, 0);
  return [
    ...VERDICTS.filter((verdict) => counts[verdict] > 0 || verdict === 'failed' || verdict === 'passed').map(
      (verdict) => tile(counts[verdict], VERDICT_WORDS[verdict], '#scenarios', counts[verdict] > 0 ? verdict : ''),
    ),
    tile(allExchanges(run).length, 'messages', '#reconciliation'),
    ...(passesOn ? [tile(total.missing, 'missing', '#reconciliation', total.missing > 0 ? 'failed' : '')] : []),
    ...(passesOn ? [tile(total.doubled, 'doubled', '#reconciliation', total.doubled > 0 ? 'failed' : '')] : []),
    tile(refused, 'errors returned', '#acknowledgment-errors'),
    ...(requirements.length > 0
      ? [tile(untested, 'requirements untested', '#requirements', untested > 0 ? 'pending' : '')]
      : []),
  ];
}

function tile(figure: number, label: string, href: string, tone = ''): Html {
  return html`<li class="tile ${tone}"><a href="${href}"><b>${figure}</b> <span>${label}</span></a></li>`;
}
