import type { Classification, Finding } from '../../src/evidence/finding.js';
import { type Html, html, when } from './html.js';

/** How loud a classification is: the class of its colour. */
const TONES: Readonly<Record<Classification, string>> = {
  Error: 'bad',
  'Specification Error': 'bad',
  Warning: 'warn',
  Alert: 'warn',
  Informational: 'info',
  'Validation Notes': 'info',
  Affirmative: 'good',
};

export function toneOf(finding: Finding): string {
  return TONES[finding.classification];
}

export function isError(finding: Finding): boolean {
  return toneOf(finding) === 'bad';
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
