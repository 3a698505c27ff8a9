import { type Content, type Html, html, when } from '../../../base/html.js';
import type { ViewBinding, ViewNode, ViewRule } from '../../view/view-node.js';
import { anchor, ruleText, usageBadge } from './words.js';

/** Fields or components in their order, each with its own inside it. */
export function partList(parts: readonly ViewNode[], known: ReadonlySet<string>, isDemanded = true): Html {
  return html`${parts.map((part) => partView(part, known, isDemanded))}`;
}

export function partHeads(): Html {
  return html`<div class="row heads"><span>element</span><span>usage</span><span>number</span><span>type</span><span>length</span><span>name and values</span></div>`;
}

/** `isAround`: something is demanded of what it is in. */
function partView(part: ViewNode, known: ReadonlySet<string>, isAround: boolean): Html {
  const isDemanded = isSpecial(part) || (isAround && part.usage !== 'O');
  const children = part.usage === 'X' ? [] : part.children();
  const row = html`<div class=row><span class=label>${part.label}</span><span>${usageBadge(part.usage)}</span><span>${part.cardinality}</span><span>${part.datatype}</span><span>${part.length}</span><span class=wide>${part.title}${facts(part, known)}</span></div>`;
  const own = html`${row}${notes(part)}`;
  const inner =
    children.length === 0
      ? own
      : html`<details><summary>${own}</summary><div class=inner-parts>${partList(children, known, isDemanded)}</div></details>`;
  const classes = `part${children.length === 0 ? ' leaf' : ''}${part.usage === 'X' ? ' not' : ''}`;
  return html`<div class="${classes}" data-find="${findText(part)}"${when(isDemanded, () => html` data-special=1`)}>${inner}</div>`;
}

/** What a reader may search for. */
function findText({
  label,
  title,
  usage,
  datatype,
  bindings,
  constant,
  text,
  requirement,
  condition,
  statements,
}: ViewNode): string {
  const rules = [...(condition === undefined ? [] : [condition]), ...statements].flatMap((rule) => [
    rule.id,
    rule.text,
    rule.judged,
  ]);
  const sets = bindings.flatMap((binding) => binding.sets);
  return [label, title, usage, datatype, ...sets, constant ?? '', text ?? '', requirement ?? '', ...rules]
    .join(' ')
    .toLowerCase();
}

/** Whether the profile says something of its own here. What the standard requires inside an optional field is not meant. */
function isSpecial({ bindings, constant, singleCode, condition, statements, text, requirement }: ViewNode): boolean {
  const isBound = bindings.some(({ strength }) => strength === 'required');
  const isSaid = constant !== undefined || singleCode !== undefined || text !== undefined || requirement !== undefined;
  return isBound || isSaid || condition !== undefined || statements.length > 0;
}

function facts({ constant, bindings, singleCode, mapping, examples }: ViewNode, known: ReadonlySet<string>): Content {
  return html`${when(constant !== undefined, () => html` = <code>${constant}</code>`)}${bindings.map((binding) => bindingView(binding, known))}${when(singleCode !== undefined, () => html` <span class=dim>only</span> <code>${singleCode}</code>`)}${when(mapping !== undefined, () => html` <span class=dim>${mapping}</span>`)}${when(examples.length > 0, () => html` <span class=dim>for example ${examples.join(', ')}</span>`)}`;
}

function bindingView({ sets, strength, at }: ViewBinding, known: ReadonlySet<string>): Html {
  const links = sets.map((id) =>
    known.has(id) ? html`<a href="#${anchor('set', id)}">${id}</a>` : html`<code>${id}</code>`,
  );
  const words = [strength, at === '' ? '' : `in component ${at}`].filter((part) => part !== '').join(', ');
  return html` <span class=sets>[${links}${when(words !== '', () => html`<span class=dim>${words}</span>`)}]</span>`;
}

function notes({ text, requirement, condition, statements }: ViewNode): Content {
  const hasWords = text !== undefined || requirement !== undefined;
  if (!hasWords && condition === undefined && statements.length === 0) return undefined;
  return html`<div class=notes>${when(hasWords, () => html`<p>${when(requirement !== undefined, () => html`<span class=tag>${requirement}</span> `)}<span class=words>${text}</span></p>`)}${when(condition !== undefined, () => html`<p>${condition && ruleText(withoutId(condition, requirement), html`<b>when:</b> `)}</p>`)}${statements.map((rule) => html`<p>${ruleText(withoutId(rule, requirement), html`<b>must:</b> `)}</p>`)}</div>`;
}

/** An id that stands before the words already. */
function withoutId(rule: ViewRule, requirement: string | undefined): ViewRule {
  return rule.id === requirement ? { ...rule, id: '' } : rule;
}
