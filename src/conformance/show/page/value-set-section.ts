import { type Html, html, when } from '../../../base/html.js';
import type { Code, ValueSet } from '../../model/value-set.js';
import { anchor } from './words.js';

/** Codes that are written out; a set of all of LOINC would fill the page. */
const SHOWN = 300;

const USAGES: Readonly<Record<string, string>> = { R: '', P: 'permitted', E: 'excluded' };

export function valueSetSection(set: ValueSet, isExcluded: boolean): Html {
  const { id, name, codes, stability, extensibility, version, oid } = set;
  const facts = [
    `${codes.length} ${codes.length === 1 ? 'code' : 'codes'}`,
    extensibility?.toLowerCase(),
    stability?.toLowerCase(),
    version === undefined ? undefined : `version ${version}`,
    oid,
    isExcluded ? 'not checked' : undefined,
  ].filter((fact) => fact !== undefined && fact !== 'undefined');
  const find = [id, name, ...codes.slice(0, SHOWN).flatMap(({ value, text }) => [value, text])].join(' ').toLowerCase();
  return html`<details class=card id="${anchor('set', id)}" data-find="${find}"><summary><h3><code>${id}</code></h3> ${name === id ? '' : name} <span class=dim>${facts.join(', ')}</span></summary>${table(codes)}</details>`;
}

function table(codes: readonly Code[]): Html {
  const hasSystem = codes.some(({ system }) => system !== '');
  const left = codes.length - SHOWN;
  return html`<table class=codes><thead><tr><th>code</th><th>meaning</th>${when(hasSystem, () => html`<th>system</th>`)}<th></th></tr></thead><tbody>${codes.slice(0, SHOWN).map((code) => row(code, hasSystem))}</tbody></table>${when(left > 0, () => html`<p class="dim rules">and ${left} more</p>`)}`;
}

function row({ value, text, system, usage, pattern }: Code, hasSystem: boolean): Html {
  const form = pattern === undefined ? '' : `every value of the form ${pattern}`;
  const remark = [usage === undefined ? 'usage not said' : USAGES[usage], form].filter(Boolean).join(', ');
  return html`<tr><td><code>${value}</code></td><td>${text}</td>${when(hasSystem, () => html`<td>${system}</td>`)}<td class=dim>${remark}</td></tr>`;
}
