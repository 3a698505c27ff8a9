import { type Content, type Html, html, when } from '../../../base/html.js';
import type { ViewRule } from '../../view/view-node.js';

const USAGES: Readonly<Record<string, string>> = {
  R: 'required',
  RE: 'required, but may be empty where the sender does not know it',
  O: 'optional',
  C: 'conditional',
  CE: 'conditional, may be empty',
  X: 'not allowed',
  B: 'kept for older systems only',
  W: 'withdrawn',
  IX: 'not allowed here',
};

/** `C(R/X)` as a badge that says in words what it is. */
export function usageBadge(usage: string): Html {
  const [, kind = usage, whenTrue, whenFalse] = /^(\w+)(?:\((\w+)\/(\w+)\))?$/.exec(usage) ?? [];
  const words =
    whenTrue === undefined
      ? (USAGES[kind] ?? kind)
      : `${USAGES[whenTrue]} where the condition holds, else ${USAGES[whenFalse ?? ''] ?? ''}`;
  return html`<span class="usage u-${toneOf(kind)}" title="${words}">${usage}</span>`;
}

function toneOf(usage: string): string {
  if (usage === 'R' || usage === 'RE') return usage;
  if (usage.startsWith('C')) return 'C';
  return usage === 'X' || usage === 'W' || usage === 'IX' ? 'X' : 'O';
}

/** The author's words, and below them what is judged where that says more. */
export function ruleText({ id, text, judged, weight }: ViewRule, lead: Content = undefined): Html {
  const says = judged !== '' && judged !== text;
  return html`${lead}${when(id !== '', () => html`<span class=tag>${id}</span> `)}<span class=words>${text}</span>${when(weight !== '', () => html` <span class=dim>(${weight})</span>`)}${when(says, () => html`<br><span class=judged>${judged}</span>`)}`;
}

/** A rule in a list, where the search finds it. */
export function ruleItem(rule: ViewRule, lead = ''): Html {
  const find = [lead, rule.id, rule.text, rule.judged].join(' ').toLowerCase();
  return html`<li data-find="${find}" data-special=1>${ruleText(rule, lead === '' ? undefined : html`<code>${lead}</code> `)}</li>`;
}

/** An anchor that may stand in an address. */
export function anchor(kind: string, id: string): string {
  return `${kind}-${id.replaceAll(/[^\w.@()-]+/g, '_')}`;
}
