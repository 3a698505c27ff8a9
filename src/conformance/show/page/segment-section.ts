import { type Html, html, when } from '../../../base/html.js';
import type { ViewSegment } from '../../view/view-node.js';
import { partHeads, partList } from './parts.js';
import { anchor, ruleItem } from './words.js';

/** A segment with its fields; `known` are the value sets that the page shows. */
export function segmentSection(segment: ViewSegment, known: ReadonlySet<string>): Html {
  const { id, name, title, statements, fields } = segment;
  const flavour = id === name ? '' : id.replace(`${name}@`, 'in ');
  return html`<details class=card id="${anchor('segment', id)}" data-find="${[id, name, title].join(' ').toLowerCase()}"><summary><h3><code>${name}</code></h3> ${title} <span class=dim>${flavour}</span></summary>${when(
    statements.length > 0,
    () => html`<ul class=rules>${statements.map((rule) => ruleItem(rule))}</ul>`,
  )}<div class=body>${partHeads()}${partList(fields, known)}</div></details>`;
}
