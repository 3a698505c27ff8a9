// results/interop/index.html: one page that loads nothing, each cell linking to its evidence.
import { relative, sep } from 'node:path';
import { escapeHtml } from '../../dist/src/base/html.js';
import { isForEverySystem } from './features.mjs';
import { timeText } from './progress.mjs';
import { SCALE } from './scale.mjs';
import { STYLE } from './style.mjs';
import { shareOf } from './table.mjs';

export function pageOf({ table, columns, directions, startedAt, seconds, folder }) {
  const common = table.filter(({ file }) => isForEverySystem(file));
  const rest = table.filter(({ file }) => !isForEverySystem(file));
  const engines = columns.map(({ system }, n) => ({ system, n })).filter(({ system }) => system.kind === 'engine');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pipehat: other people's systems</title><style>${STYLE}</style></head>
<body>
<h1>Other people's systems under test</h1>
<p class="lead">The features of the go-live suite against HL7 v2 stacks of other people, each in a process of its own. ${startedAt.slice(0, 16).replace('T', ' ')} UTC, ${timeText(seconds)}. Each verdict leads to its evidence, and says why when the pointer rests on it. What is wrong with each system is written up in interop/FINDINGS.md.</p>
<ul class="legend">${Object.entries(SCALE)
    .map(([grade, { mark, says }]) => `<li><span class="${grade}">${mark}</span> ${says}</li>`)
    .join('')}</ul>
${absences(columns)}
<h2>What every system is judged by</h2>
${matrixOf(
  common,
  columns.map(({ system }, n) => ({ system, n })),
  folder,
)}
${directions.map(directionOf).join('\n')}
${rest.length > 0 ? `<h2>The rest of the go-live suite, for engines</h2>\n${matrixOf(rest, engines, folder)}` : ''}
</body></html>
`;
}

function absences(columns) {
  const lines = columns.flatMap(({ system, missing, broken }) =>
    missing === undefined ? broken.map((why) => [system.name, why]) : [[system.name, missing]],
  );
  if (lines.length === 0) return '';
  const items = lines.map(([name, why]) => `<li><b>${escapeHtml(name)}</b> was not tested: ${escapeHtml(why)}</li>`);
  return `<ul class="absent">${items.join('')}</ul>`;
}

function matrixOf(features, shown, folder) {
  const heads = shown.map(
    ({ system }) =>
      `<th class="system"><b>${escapeHtml(system.name)}</b><span>${escapeHtml(system.version)} · ${system.language}</span></th>`,
  );
  return `<div class="scroll"><table>
<thead><tr><th>behaviour</th>${heads.join('')}</tr></thead>
<tbody>${totalOf(features, shown)}</tbody>
${features.map((feature) => featureOf(feature, shown, folder)).join('\n')}
</table></div>`;
}

function totalOf(features, shown) {
  const all = { rows: features.flatMap(({ rows }) => rows) };
  return `<tr class="feature total"><th>${all.rows.length} behaviours: ok or tolerated, of those that could be judged</th>${sharesOf(all, shown)}</tr>`;
}

function sharesOf(feature, shown) {
  return shown
    .map(({ n }) => shareOf(feature, n))
    .map(({ good, judged }) => `<td class="share">${judged === 0 ? '' : `${good} of ${judged}`}</td>`)
    .join('');
}

function featureOf(feature, shown, folder) {
  const rows = feature.rows.map(
    ({ name, cells }) =>
      `<tr><th>${escapeHtml(name)}</th>${shown.map(({ n }) => cellOf(cells[n], folder)).join('')}</tr>`,
  );
  return `<tbody><tr class="feature"><th title="${escapeHtml(feature.file)}">${escapeHtml(feature.feature)}</th>${sharesOf(feature, shown)}</tr>
${rows.join('\n')}</tbody>`;
}

function cellOf({ grade, reason = '', page, anchor }, folder) {
  const { mark } = SCALE[grade];
  const title = reason === '' ? '' : ` title="${escapeHtml(firstLines(reason))}"`;
  const text = page === undefined ? mark : `<a href="${escapeHtml(linkTo(page, folder))}#${anchor}">${mark}</a>`;
  return `<td class="${grade}"${title}>${text}</td>`;
}

function linkTo(page, folder) {
  return relative(folder, page).split(sep).map(encodeURIComponent).join('/');
}

function firstLines(text) {
  return text.split('\n').slice(0, 4).join('\n');
}

/** What foreign senders and readers made of our side: one table for each question. */
function directionOf({ title, lead, head, rows }) {
  const cells = ({ grade, texts }) =>
    texts.map((text, n) => `<td class="${n === texts.length - 1 ? grade : 'plain'}">${escapeHtml(text)}</td>`).join('');
  return `<h2>${escapeHtml(title)}</h2><p class="lead">${escapeHtml(lead)}</p>
<div class="scroll"><table class="direction"><thead><tr>${head.map((text) => `<th>${escapeHtml(text)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr><th>${escapeHtml(row.name)}</th>${cells(row)}</tr>`).join('\n')}</tbody></table></div>`;
}
