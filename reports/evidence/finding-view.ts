import { type Content, type Html, html, when } from '../../src/base/html.js';
import type { Finding } from '../../src/evidence/finding.js';
import { isLoud, toneOf } from '../finding-tone.js';

/** Findings without a place in a message: what is wrong in full, what is only told in a list that can be opened. */
export function findingsView(findings: readonly Finding[]): Content {
  const told = findings.filter((finding) => !isLoud(finding));
  return [findings.filter(isLoud).map(findingView), when(told.length > 0, () => notesView(told))];
}

function notesView(findings: readonly Finding[]): Html {
  const lines = findings.map(({ code, path, message }) => html`<li><code>${code}</code> ${path} ${message}</li>`);
  return html`<details class=notes><summary>${findings.length} ${findings.length === 1 ? 'note' : 'notes'}</summary><ul class=plain>${lines}</ul></details>`;
}

/** One finding as a note: what, where, by which rule, expected and actual. */
export function findingView(finding: Finding): Html {
  const { classification, code, path, message, rule, expected, actual, causedBy } = finding;
  return html`<div class="note ${toneOf(finding)}"><p><b>${classification}</b> <code>${code}</code>${
    path === undefined ? undefined : html` at <code>${path}</code>`
  }</p><p>${message}</p>${when(expected !== undefined || actual !== undefined, () => comparison(expected, actual))}${
    rule === undefined ? undefined : html`<p class=dim>Rule: ${rule}</p>`
  }${when(Boolean(causedBy), () => html`<p class=dim>Follows from ${causedBy ?? ''}</p>`)}</div>`;
}

function comparison(expected: string | undefined, actual: string | undefined): Html {
  return html`<dl class=compare><dt>expected</dt><dd>${expected ?? '-'}</dd><dt>actual</dt><dd>${actual ?? 'nothing'}</dd></dl>`;
}
