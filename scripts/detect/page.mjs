import { escapeHtml } from '../../dist/src/base/html.js';
import { shortName } from './summary.mjs';

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #5b6570; --line: #d8dde3; --ground: #fff; --caught: #14713d; --missed: #b3261e; --hit: #b3261e; --calm: #e9ecef; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --soft: #9aa4ae; --line: #343b42; --ground: #14181c; --caught: #5cc98a; --missed: #ff8a80; --hit: #ff8a80; --calm: #262c32; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); margin: 2rem auto; max-width: 110rem; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } .lead { color: var(--soft); margin: 0 0 1.5rem; }
.figures { display: flex; gap: 2rem; flex-wrap: wrap; margin: 0 0 1.5rem; padding: 0; list-style: none; }
.figures b { display: block; font-size: 1.75rem; line-height: 1.2; }
.passed b { color: var(--caught); } .failed b { color: var(--missed); }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; font-size: 13px; }
th, td { padding: .25rem .5rem; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap; }
thead th { vertical-align: bottom; background: var(--ground); }
thead th.turned span { writing-mode: vertical-rl; transform: rotate(180deg); font-weight: 500; }
tbody th { position: sticky; left: 0; background: var(--ground); font-weight: 600; }
td.cell { text-align: center; min-width: 1.5rem; border-left: 1px solid var(--line); font-variant-numeric: tabular-nums; }
td.green { background: var(--calm); color: var(--soft); } td.red { color: var(--ground); background: var(--hit); font-weight: 700; }
td.what { white-space: normal; min-width: 24rem; color: var(--soft); }
.caught { color: var(--caught); font-weight: 700; } .missed { color: var(--missed); font-weight: 700; }
@media print { body { margin: 0; max-width: none; } .scroll { overflow: visible; border: 0; } tbody th { position: static; } }
`;

/** One page that loads nothing: a row for each defect, a column for each feature that it met. */
export function pageOf({ startedAt, seconds, defects, missed, clean, withoutDefect, verdict }) {
  const columns = [
    ...new Set(defects.flatMap(({ ran, meant }) => Object.keys(ran).filter((name) => name !== meant))),
  ].sort();
  const caught = defects.length - missed.length;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pipehat: what the suite notices</title><style>${STYLE}</style></head>
<body>
<h1>What the suite notices</h1>
<p class="lead">Each defect of the demo engine, switched on alone, against the feature that is meant for it and others of the suite. ${startedAt.slice(0, 16).replace('T', ' ')} UTC, ${seconds} s.</p>
<ul class="figures ${verdict}">
<li><b>${caught} of ${defects.length}</b>defects caught by the feature that is meant for each</li>
<li><b>${clean.falseAlarms.length}</b>false alarms in ${clean.runs} runs of the engine without a defect, ${clean.scenarios} scenarios</li>
</ul>
${listOf(
  'False alarms',
  clean.falseAlarms.map(({ seed, feature, name }) => `${seed}: ${feature}: ${name}`),
)}
${listOf('Features that turn red only with a defect that shows nearly everywhere', (withoutDefect ?? []).map(shortName))}
<div class="scroll"><table>
<thead><tr><th>defect</th><th>meant for it</th>${columns.map((name) => `<th class="turned"><span>${escapeHtml(shortName(name))}</span></th>`).join('')}<th>what the engine does wrong</th></tr></thead>
<tbody>
${defects.map((defect) => rowOf(defect, columns)).join('\n')}
</tbody></table></div>
<p class="lead">A number is how many scenarios of the feature went red; a dot that all of them stayed green; an empty cell that the feature did not run with this defect.</p>
</body></html>
`;
}

function rowOf({ name, description, isCaught, ran, red }, columns) {
  const verdict = isCaught ? '<td class="caught">caught</td>' : '<td class="missed">missed</td>';
  const cells = columns.map((feature) => cellOf(ran[feature], red[feature]));
  return `<tr><th>${escapeHtml(name)}</th>${verdict}${cells.join('')}<td class="what">${escapeHtml(description)}</td></tr>`;
}

function cellOf(ran, red) {
  if (ran === undefined) return '<td class="cell"></td>';
  return red > 0 ? `<td class="cell red">${red}</td>` : '<td class="cell green">&middot;</td>';
}

function listOf(title, items) {
  if (items.length === 0) return '';
  return `<h2>${title}</h2><ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
}
