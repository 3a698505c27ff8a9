import { type Boundary, EMPTY, type ExpressionNode, sequence } from './expression-node.js';
import { longestMatch } from './longest-match.js';

const AT_START: ReadonlySet<Boundary> = new Set<Boundary>(['text-start', 'line-start']);
const AT_END: ReadonlySet<Boundary> = new Set<Boundary>(['text-end', 'final-line-end', 'line-end']);

/** The same without `^` at the very start and `$` at the very end: where the whole text must match they say nothing. */
export function withoutEdges(node: ExpressionNode, isStart = true, isEnd = true): ExpressionNode {
  switch (node.kind) {
    case 'boundary':
      return (isStart && AT_START.has(node.at)) || (isEnd && AT_END.has(node.at)) ? EMPTY : node;
    case 'sequence':
      return sequence(node.items.map((item, i) => trimmedItem(node.items, item, i, isStart, isEnd)));
    case 'choice':
      return { ...node, alternatives: node.alternatives.map((each) => withoutEdges(each, isStart, isEnd)) };
    case 'group':
      return { ...node, of: withoutEdges(node.of, isStart, isEnd) };
    default:
      return node;
  }
}

function trimmedItem(
  items: readonly ExpressionNode[],
  item: ExpressionNode,
  index: number,
  isStart: boolean,
  isEnd: boolean,
): ExpressionNode {
  const isFirst = isStart && items.slice(0, index).every(hasNoWidth);
  const isLast = isEnd && items.slice(index + 1).every(hasNoWidth);
  return isFirst || isLast ? withoutEdges(item, isFirst, isLast) : item;
}

function hasNoWidth(node: ExpressionNode): boolean {
  return longestMatch(node) === 0;
}
