import type { Examination } from '../examination.js';
import { FIELD, HAS_EXTRA, NONE, SEGMENT } from '../instance/instance-tree.js';
import { definitionOf, segmentOf } from '../instance/navigate.js';
import { pathOf, placeOf } from '../instance/place.js';

/** Content behind the last place that the definition has. */
export function checkExtra(x: Examination, node: number): void {
  const { tree } = x;
  if (((tree.flags[node] ?? 0) & HAS_EXTRA) === 0) return;
  if (x.mode.quirks.extraOnParent) {
    const message = `${definitionOf(tree, node).name} has more parts than its definition`;
    x.report.add({ code: 'extra-element', place: placeOf(tree, node), message });
  } else reportEach(x, node);
}

/** One finding a part, at the part itself. */
function reportEach(x: Examination, node: number): void {
  const { tree } = x;
  const definition = definitionOf(tree, node);
  const known = definition.children.length;
  const line = tree.line[node] ?? 1;
  const lineStart = tree.start[segmentOf(tree, node)] ?? 0;
  for (const part of partsBeyond(x, node, known)) {
    const path = `${pathOf(tree, node)}${tree.kind[node] === SEGMENT ? `-${part.position}[1]` : `.${part.position}`}`;
    x.report.add({
      code: 'extra-element',
      place: { path, line, column: part.start - lineStart + 1 },
      message: `${definition.name} has ${known} parts; this is part ${part.position}`,
      expected: `at most ${known} parts`,
      actual: tree.text.slice(part.start, part.end),
    });
  }
}

interface Part {
  readonly position: number;
  readonly start: number;
  readonly end: number;
}

/** Those with content, at positions above `known`; no more than a reader would want to see. */
function partsBeyond({ tree }: Examination, node: number, known: number): readonly Part[] {
  const { text, delimiters } = tree;
  const kind = tree.kind[node] ?? NONE;
  const isSegment = kind === SEGMENT;
  const separator = isSegment ? delimiters.field : kind === FIELD ? delimiters.component : delimiters.subcomponent;
  const end = tree.end[node] ?? 0;
  const parts: Part[] = [];
  let start = (tree.start[node] ?? 0) + (isSegment ? 4 : 0);
  let position = isSegment && text.startsWith('MSH', tree.start[node] ?? 0) ? 2 : 1;
  for (; start <= end && parts.length < MOST; position++) {
    const found = text.indexOf(separator, start);
    const close = found === -1 || found > end ? end : found;
    if (position > known && close > start) parts.push({ position, start, end: close });
    start = close + 1;
  }
  return parts;
}

const MOST = 20;
