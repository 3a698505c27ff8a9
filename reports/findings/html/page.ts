import { createHash } from 'node:crypto';
import { type Content, type Html, html, trusted, when } from '../../../src/base/html.js';
import { FieldClasses } from '../../evidence/field-names.js';
import { standardFieldNames } from '../../evidence/standard-names.js';
import { pageStyle } from '../../evidence/style.js';
import type { ValidatedMessage, ValidationFacts, ValidationSummary } from '../validated-message.js';
import { counted, countsOf, nameOf } from '../words.js';
import type { FindingKind } from './kinds.js';
import { kindsTable } from './kinds-table.js';
import { messageCard } from './message-card.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';

/** What the page shows. */
export interface PageContent {
  readonly facts: ValidationFacts;
  readonly summary: ValidationSummary;
  /** Messages with findings. */
  readonly messages: readonly ValidatedMessage[];
  /** Further messages with findings. */
  readonly left: number;
  readonly kinds: readonly FindingKind[];
}

/**
 * The outcome of a validation as one HTML file. It loads nothing: a content security policy forbids everything but its own style and script.
 * Without script it can be read whole.
 */
export function findingsPage(content: PageContent): string {
  const classes = new FieldClasses(standardFieldNames());
  const body = pageBody(content, classes);
  const style = `${pageStyle()}${STYLE}\n${classes.rules()}`;
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang=en><head><meta charset=utf-8><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name=viewport content="width=device-width, initial-scale=1"><meta name=referrer content=no-referrer><title>Conformance: ${content.summary.verdict}</title><link rel=icon href="data:,">
<style>${trusted(style)}</style></head>
<body>${body}<script>${trusted(SCRIPT)}</script></body></html>
`.markup;
}

function pageBody(content: PageContent, classes: FieldClasses): Html {
  const { facts, summary, left, kinds } = content;
  const folder = commonFolder(content.messages.map(({ source }) => source));
  const messages = content.messages.map((one) => ({ ...one, source: one.source.slice(folder.length) }));
  const values = facts.isRedacted ? 'Values are shown by their shape.' : 'It may hold patient data.';
  return html`${contents(messages)}<main>${masthead(facts, summary, folder)}${when(kinds.length > 0, () => toolbar(messages))}
${when(kinds.length > 0, () => html`<section id=kinds><h2>What was found</h2>${kindsTable(kinds)}</section>`)}
<section id=messages><h2>Messages</h2>${messages.map((message, index) => messageCard(message, index, classes))}${rest(summary, messages, left)}</section>
<footer class=dim>Made by Pipehat ${facts.pipehat}, severity ${facts.severity}. This page loads nothing from any network. ${values}</footer></main>`;
}

function contents(messages: readonly ValidatedMessage[]): Html {
  const entries = messages.map(
    (message, index) =>
      html`<li data-for="m${index + 1}"><a href="#m${index + 1}"><span class="dot ${message.verdict}">${message.verdict}</span>${nameOf(message)}</a></li>`,
  );
  return html`<nav class=contents aria-label="Contents"><ul><li><a href="#verdict">Verdict</a></li><li><a href="#kinds">What was found</a></li><li><a href="#messages">Messages</a></li></ul><p>With findings</p><ul>${entries}</ul></nav>`;
}

/** What all paths begin with, up to a separator: it is said once. */
function commonFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  let length = Math.max(first.lastIndexOf('/'), first.lastIndexOf('\\')) + 1;
  while (length > 0 && !others.every((path) => path.startsWith(first.slice(0, length)))) {
    const before = first.slice(0, length - 1);
    length = Math.max(before.lastIndexOf('/'), before.lastIndexOf('\\')) + 1;
  }
  return first.slice(0, length);
}

function masthead(facts: ValidationFacts, summary: ValidationSummary, folder: string): Html {
  const { verdict, messages, sources, failed, untestable, accepted, expired } = summary;
  const passed = messages - failed - untestable;
  const found = countsOf(summary) || 'Nothing was found';
  return html`<header class=masthead><p class=eyebrow>Pipehat conformance</p><h1>${counted(messages, 'message')}</h1><p class=dim>from ${counted(sources, 'file')}${folder === '' ? '' : ` in ${folder}`}, severity ${facts.severity}</p></header>
<section class="banner ${verdict}" id=verdict aria-label="Verdict"><p class=big>${verdict}</p><div><p>${found}.</p>${when(accepted > 0, () => html`<p>${counted(accepted, 'finding')} accepted by the baseline.</p>`)}${expired.map((entry) => html`<p class=caveat>No longer accepted: ${entry}</p>`)}</div></section>
<ul class=tiles>${tile(failed, 'failed', failed > 0 ? 'failed' : '')}${when(untestable > 0, () => tile(untestable, 'untestable', 'untestable'))}${tile(passed, 'passed', passed > 0 ? 'passed' : '')}${tile(summary.errors, 'errors', summary.errors > 0 ? 'failed' : '')}${tile(summary.warnings, 'warnings', summary.warnings > 0 ? 'warn' : '')}${tile(summary.alerts, 'alerts', summary.alerts > 0 ? 'warn' : '')}${when(summary.specificationErrors > 0, () => tile(summary.specificationErrors, 'profile errors', 'untestable'))}</ul>`;
}

function tile(figure: number, label: string, tone: string): Html {
  return html`<li class="tile ${tone}"><a href="#kinds"><b>${figure.toLocaleString('en')}</b> <span>${label}</span></a></li>`;
}

/** Search, filter and theme need the script and stay hidden without it. */
function toolbar(messages: readonly ValidatedMessage[]): Html {
  const verdicts = (['failed', 'untestable', 'passed'] as const).filter((verdict) =>
    messages.some((message) => message.verdict === verdict),
  );
  const chips = verdicts.map(
    (verdict) => html`<button type=button data-filter="${verdict}" aria-pressed=false>${verdict}</button>`,
  );
  return html`<div class=toolbar hidden><label><span class=sr>Search</span><input type=search id=search placeholder="Search codes, places, messages, ids" autocomplete=off></label><div class=chips role=group aria-label="Show"><button type=button data-filter="" aria-pressed=true>all</button>${chips}</div><output id=hits></output><div class=tools><button type=button id=unfold>open all</button><button type=button id=theme>dark</button></div></div>`;
}

function rest({ messages }: ValidationSummary, shown: readonly ValidatedMessage[], left: number): Content {
  const clean = messages - shown.filter(({ index }) => index > 0).length - left;
  return [
    when(
      left > 0,
      () => html`<p class=dim>${counted(left, 'more message')} with findings: see the text or JSON report.</p>`,
    ),
    when(clean > 0, () => html`<p class=dim>${counted(clean, 'message')} without findings.</p>`),
  ];
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
