import { createHash } from 'node:crypto';
import { type Content, type Html, html, trusted } from '../../src/base/html.js';
import { palette } from '../evidence/palette.js';
import { PAGE_STYLE } from '../evidence/style-page.js';
import { PRINT_STYLE } from '../evidence/style-print.js';
import type { Chart } from './chart.js';
import { CHART_COLOURS } from './chart-colours.js';
import type { ChartLibrary } from './chart-library.js';
import { chartScript } from './chart-script.js';
import { LOAD_STYLE } from './style-load.js';

/** One HTML file that loads nothing: a content security policy forbids everything but its own style and scripts. */
export function pageFrame(title: string, body: Content, charts: readonly Chart[], library: ChartLibrary): string {
  const style = library.style + palette() + palette(CHART_COLOURS) + PAGE_STYLE + PRINT_STYLE + LOAD_STYLE;
  const scripts = [inert(`/*\n${library.licence.replaceAll('*/', '')}\n*/\n${library.script}`), chartScript()];
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${scripts.map(hashOf).join(' ')}; img-src data:; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang=en><head><meta charset=utf-8><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name=viewport content="width=device-width, initial-scale=1"><meta name=referrer content=no-referrer><title>${title}</title><link rel=icon href="data:,">
<style>${trusted(style)}</style></head>
<body><main>${body}</main><script type="application/json" id=charts>${asData(charts)}</script>${scripts.map((script) => html`<script>${trusted(script)}</script>`)}</body></html>
`.markup;
}

/** The charts of these ids, in this order, where they exist; shown by the script that draws them. */
export function figures(charts: readonly Chart[], ...ids: readonly string[]): Html {
  const chosen = ids.flatMap((id) => charts.filter((chart) => chart.id === id));
  if (chosen.length === 0) return html``;
  return html`<div class=charts>${chosen.map(
    ({ id, title, note }) =>
      html`<figure class="chart ${HALF.has(id) ? '' : 'wide'}" id="${id}" hidden><figcaption><b>${title}</b><span>${note}</span></figcaption><div class=plot></div></figure>`,
  )}</div>`;
}

/** Two of them stand side by side where there is room. */
const HALF = new Set(['in-flight', 'errors-over-time']);

/** JSON in which no text can end the element that holds it. */
function asData(charts: readonly Chart[]): Html {
  return trusted(JSON.stringify(charts).replaceAll('<', '\\u003c'));
}

function inert(script: string): string {
  if (/<\/script|<!--/i.test(script)) throw new Error('the chart library cannot be put into a page: it holds a tag');
  return script;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
