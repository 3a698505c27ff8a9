import { type Content, type Html, html, when } from '../../../src/base/html.js';
import { toneOf } from '../../finding-tone.js';
import type { FindingGroup } from '../group.js';
import { CLASSIFICATION_WORDS, counted } from '../words.js';

/** Places that are written out. */
const PLACES = 12;

/** One kind of finding in a message: what, where, what was expected, what to do, where else, and what follows from it. */
export function groupNote({ first, others, followers }: FindingGroup): Html {
  const { classification, code, path, message, rule, expected, actual, remedy, note } = first.finding;
  return html`<div class="note ${toneOf(first.finding)}"><p><b>${CLASSIFICATION_WORDS[classification]}</b> <code>${code}</code>${when(
    Boolean(path),
    () => html` at <code>${path}</code>`,
  )}</p><p>${message}</p>${compare(expected, actual)}${line('Rule', rule)}${line('Remedy', remedy)}${when(note !== undefined, () => html`<p class=caveat>${note}</p>`)}${elsewhere(others)}${when(
    followers > 0,
    () =>
      html`<details class=followers><summary>${counted(followers, 'more finding')} follow from this</summary><ul class=plain>${first.followers.map((one) => html`<li><code>${one.code}</code> ${one.path} ${one.message}</li>`)}</ul></details>`,
  )}</div>`;
}

function compare(expected: string | undefined, actual: string | undefined): Content {
  if (expected === undefined && actual === undefined) return undefined;
  return html`<dl class=compare>${when(expected !== undefined, () => html`<dt>expected</dt><dd>${expected}</dd>`)}<dt>actual</dt><dd>${actual ?? 'nothing'}</dd></dl>`;
}

function line(name: string, text: string | undefined): Content {
  return text === undefined || text === '' ? undefined : html`<p class=dim>${name}: ${text}</p>`;
}

function elsewhere(others: FindingGroup['others']): Content {
  if (others.length === 0) return undefined;
  const places = others.slice(0, PLACES).map(({ path, line: number }) => path || `line ${number ?? '?'}`);
  const left = others.length - places.length;
  return html`<p class=dim>Also at ${places.join(', ')}${left > 0 ? ` and ${left} more` : ''}</p>`;
}
