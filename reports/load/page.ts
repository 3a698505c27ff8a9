import { type Content, html } from '../../src/base/html.js';
import type { LoadResult } from '../../src/evidence/load-result.js';
import type { ChartLibrary } from './chart-library.js';
import { loadCharts } from './charts.js';
import { figures, pageFrame } from './frame.js';
import { loadBanner } from './views/banner.js';
import { capacityView } from './views/capacity-view.js';
import { errorsView } from './views/errors-view.js';
import { factsView } from './views/facts-view.js';
import { latencyView } from './views/latency-view.js';
import { ledgerView } from './views/ledger-view.js';
import { soakView } from './views/soak-view.js';
import { thresholdsView } from './views/thresholds-view.js';
import { timeView } from './views/time-view.js';
import { typesView } from './views/types-view.js';
import { validationView } from './views/validation-view.js';

/** A load run as one HTML file, with charts. It loads nothing; without script its tables are whole. */
export function loadPage(result: LoadResult, library: ChartLibrary): string {
  const charts = loadCharts(result);
  const sections: readonly (readonly [string, string, Content])[] = [
    ['thresholds', 'Thresholds', thresholdsView(result)],
    ...(result.capacity === undefined
      ? []
      : ([['capacity', 'Capacity', [capacityView(result), figures(charts, 'capacity-curve')]]] as const)),
    ...(result.soak === undefined
      ? []
      : ([['soak', 'Over the long run', [soakView(result), figures(charts, 'memory')]]] as const)),
    ['latencies', 'Latencies', [latencyView(result), figures(charts, 'latency', 'distribution')]],
    ['rates', 'Rate', [figures(charts, 'rate', 'in-flight', 'errors-over-time'), timeView(result)]],
    ['errors', 'Errors by code', errorsView(result)],
    ['ledger', 'Ledger of the far end', ledgerView(result)],
    ...(result.validation === undefined ? [] : ([['validation', 'Validation', validationView(result)]] as const)),
    ['types', 'Message types', typesView(result)],
    ['facts', 'The run', factsView(result)],
  ];
  const links = sections.map(([id, title]) => html`<a href="#${id}">${title}</a>`);
  const body = html`${loadBanner(result)}<nav class=jump aria-label="Contents">${links}</nav><noscript><p class=dim>The charts need JavaScript. All tables are whole without it.</p></noscript>${sections.map(
    ([id, title, content]) => html`<section id="${id}"><h2>${title}</h2>${content}</section>
`,
  )}<footer class=dim>Made by Pipehat ${result.pipehat}. This page loads nothing from any network. Charts by uPlot.</footer>`;
  return pageFrame(`${result.name}: load`, body, charts, library);
}
