import { type Html, html, when } from '../../../base/html.js';
import type { ViewMessage, ViewNode } from '../../view/view-node.js';
import { anchor, ruleItem, ruleText, usageBadge } from './words.js';

/** The structure of one message, each segment a link to its fields, and the rules of the whole. */
export function messageSection(message: ViewMessage): Html {
  const { id, event, title, statements, elsewhere, children } = message;
  const rules = statements.length + elsewhere.length;
  return html`<details class=card open id="${anchor('message', id)}"><summary><h3><code>${event}</code></h3> ${title}</summary><div class="body tree"><div class="row heads"><span>segment or group</span><span>usage</span><span>number</span><span>name</span></div>${children.map((node) => nodeView(node, 0))}</div>${when(
    rules > 0,
    () =>
      html`<ul class=rules>${statements.map((rule) => ruleItem(rule))}${elsewhere.map(({ element, condition }) => ruleItem(condition, element))}</ul>`,
  )}</details>`;
}

function nodeView(node: ViewNode, level: number): Html {
  const { kind, segment, label, usage, cardinality, title, text, requirement, condition, statements } = node;
  const name =
    kind === 'segment' ? html`<a href="#${anchor('segment', segment ?? label)}">${label}</a>` : html`<b>${label}</b>`;
  const words = [title, kind === 'choice' ? 'exactly one of these' : ''].filter((part) => part !== '').join(' ');
  const own = segment === undefined || !segment.includes('@') ? '' : ' (here with rules of its own)';
  const notes = [...(condition === undefined ? [] : [condition]), ...(kind === 'segment' ? [] : statements)];
  const hasWords = text !== undefined || requirement !== undefined;
  const find = [label, title, text, requirement, ...notes.flatMap((rule) => [rule.id, rule.text])]
    .join(' ')
    .toLowerCase();
  return html`<div class="part leaf${usage === 'X' ? ' not' : ''}" data-find="${find}" data-special=1><div class=row><span class=label style="margin-left:${(level * 1.3).toFixed(1)}rem">${name}</span><span>${usageBadge(usage)}</span><span>${cardinality}</span><span class=wide>${words}<span class=dim>${own}</span></span></div>${when(
    hasWords || notes.length > 0,
    () =>
      html`<div class=notes style="margin-left:${(level * 1.3).toFixed(1)}rem">${when(hasWords, () => html`<p>${when(requirement !== undefined, () => html`<span class=tag>${requirement}</span> `)}<span class=words>${text}</span></p>`)}${notes.map((rule) => html`<p>${ruleText(rule)}</p>`)}</div>`,
  )}</div>${kind === 'segment' ? undefined : node.children().map((child) => nodeView(child, level + 1))}`;
}
