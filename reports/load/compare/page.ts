import { type Content, type Html, html, when } from '../../../src/base/html.js';
import type { LoadResult } from '../../../src/evidence/load-result.js';
import { dateTime, duration } from '../../times.js';
import type { ChartLibrary } from '../chart-library.js';
import { grouped, latency, percent, perSecond, signed } from '../figures.js';
import { figures, pageFrame } from '../frame.js';
import { warnings } from '../views/banner.js';
import { compareLoad, percentileName } from './compare-load.js';
import { comparisonCharts } from './comparison-charts.js';
import {
  type ComparedRun,
  type CountComparison,
  type LoadComparison,
  METHOD,
  type PointComparison,
} from './load-comparison.js';

/** Two runs as one HTML file, with their distributions on each other. It loads nothing. */
export function comparisonPage(a: LoadResult, b: LoadResult, library: ChartLibrary): string {
  const comparison = compareLoad(a, b);
  const charts = comparisonCharts(a, b);
  const sections: readonly (readonly [string, string, Content])[] = [
    ['runs', 'The two runs', runsView(comparison)],
    ['response', 'Response by percentile', [pointsView(comparison), figures(charts, 'curves', 'p99-over-time')]],
    ['damage', 'Errors and damage', countsView(comparison.counts)],
  ];
  const body = html`${banner(comparison)}<noscript><p class=dim>The charts need JavaScript. All tables are whole without it.</p></noscript>${sections.map(
    ([id, title, content]) => html`<section id="${id}"><h2>${title}</h2>${content}</section>
`,
  )}<footer class=dim>Made by Pipehat ${b.pipehat}. This page loads nothing from any network. Charts by uPlot.</footer>`;
  return pageFrame(`${a.name} and ${b.name}: comparison`, body, charts, library);
}

function banner({ a, b, speed, sentence, isRegression, caveats }: LoadComparison): Html {
  const tone = isRegression ? 'failed' : speed === 'not comparable' ? 'incomplete' : 'passed';
  const names = a.name === b.name ? a.name : `${a.name} and ${b.name}`;
  return html`<header class=masthead><div><p class=eyebrow>Pipehat load comparison</p><h1>${names}</h1><p class=dim>A of ${dateTime(a.startedAt)}, B of ${dateTime(b.startedAt)}</p></div><button type=button id=theme hidden>dark</button></header>
<section class="banner ${tone}" id=verdict aria-label="Verdict"><p class=big>${speed}</p><div><p>${sentence}</p></div></section>${warnings(caveats)}`;
}

function runsView({ a, b }: LoadComparison): Html {
  const row = (letter: string, run: ComparedRun): Html =>
    html`<tr><th scope=row>${letter}<td class=text>${run.name}<td class=text>${dateTime(run.startedAt)}<td>${duration(run.seconds * 1_000)}<td>${perSecond(run.rate)}<td>${perSecond(run.plannedRate)}<td>${run.connections}<td>${latency(run.latenessP99)}</tr>`;
  return html`<div class=scroll><table class=numbers><thead><tr><th>Run<th class=text>Name<th class=text>Started<th>Measured<th>Sent<th>Planned<th>Connections<th>Lateness p99</tr></thead><tbody>${row('A', a)}${row('B', b)}</tbody></table></div>`;
}

function pointsView({ points }: LoadComparison): Content {
  if (points.length === 0) return html`<p class=withheld>Percentiles are not compared: see above.</p>`;
  return html`<div class=scroll><table class=numbers><thead><tr><th>Percentile<th>A<th>B<th>Change<th>B slower in (pairs of seconds)<th>By chance<th class=text>Verdict</tr></thead><tbody>${points.map(pointRow)}</tbody></table></div><p class="dim head-p">${METHOD}</p>`;
}

function pointRow({ name, a, b, change, slowerShare, chance, verdict }: PointComparison): Html {
  const tone = verdict === 'slower' ? 'failed' : verdict === 'faster' ? 'passed' : 'info';
  return html`<tr><th scope=row>${percentileName(name)}<td>${latency(a)}<td>${latency(b)}<td>${signed(change, percent)}<td>${percent(slowerShare)}<td>${percent(chance)}<td class=text><span class="verdict ${tone}">${verdict}</span></tr>`;
}

function countsView(counts: readonly CountComparison[]): Html {
  const text = (count: number | undefined): string => (count === undefined ? 'not watched' : grouped(count));
  const rows = counts.map(
    ({ name, a, b, isWorse }) =>
      html`<tr><th scope=row>${name}<td>${text(a)}<td>${text(b)}<td class=text>${when(isWorse, () => html`<span class="verdict failed">worse</span>`)}</tr>`,
  );
  return html`<div class=scroll><table class=numbers><thead><tr><th>Messages<th>A<th>B<th class=text>Verdict</tr></thead><tbody>${rows}</tbody></table></div>`;
}
