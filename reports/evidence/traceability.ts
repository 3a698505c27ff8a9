import { type Content, type Html, html } from '../../src/base/html.js';
import type { RunRecord } from '../../src/evidence/run-record.js';
import { type RequirementRow, requirementMatrix } from '../../src/evidence/tally.js';
import { VERDICT_WORDS } from '../verdict-words.js';

/** The id of a requirement's row: its own letters, digits and hyphens, anything else by its code. */
export function requirementAnchor(requirement: string): string {
  return `requirement-${requirement.replace(/[^A-Za-z0-9-]/g, (other) => `_${other.codePointAt(0)}`)}`;
}

/** Requirement, the scenarios that try it, and the worst of their verdicts; requirements without a scenario too. */
export function traceability(run: RunRecord): Content {
  const rows = requirementMatrix(run);
  if (rows.length === 0) return html`<p class=dim>Neither the configuration nor a tag names a requirement.</p>`;
  const untested = rows.filter((row) => row.verdict === 'untested').length;
  const passed = rows.filter((row) => row.verdict === 'passed').length;
  return html`<p>${passed} of ${rows.length} requirements passed${untested > 0 ? `; ${untested} ${untested === 1 ? 'is' : 'are'} not tested by any scenario` : ''}.</p>
<div class=scroll><table class=matrix><thead><tr><th>Requirement<th>Text<th>Scenarios<th>Verdict</tr></thead><tbody>${rows.map(rowView)}</tbody></table></div>`;
}

function rowView(row: RequirementRow): Html {
  const text = row.text ?? html`<span class=dim>not listed in the configuration</span>`;
  const scenarios = row.scenarios.map(
    ({ id, verdict, name }) =>
      html`<a class="dot ${verdict}" href="#${id}" title="${name}: ${VERDICT_WORDS[verdict]}">${id}</a> `,
  );
  return html`<tr id="${requirementAnchor(row.id)}" class="${row.verdict}"><th scope=row>${row.id}<td>${text}<td class=dots>${
    row.scenarios.length === 0 ? html`<span class=dim>none</span>` : scenarios
  }<td><span class="verdict ${row.verdict}">${VERDICT_WORDS[row.verdict]}</span></tr>`;
}
