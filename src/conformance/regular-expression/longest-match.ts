import { never } from '../../base/never.js';
import type { ExpressionNode } from './expression-node.js';

/** How many characters it can match at most; Infinity where there is no end, or a reference decides. */
export function longestMatch(node: ExpressionNode): number {
  switch (node.kind) {
    case 'empty':
    case 'look':
    case 'boundary':
      return 0;
    case 'characters':
      return 1;
    case 'sequence':
      return node.items.reduce((sum, item) => sum + longestMatch(item), 0);
    case 'choice':
      return Math.max(...node.alternatives.map(longestMatch));
    case 'repeat': {
      const once = longestMatch(node.of);
      return once === 0 || node.max === 0 ? 0 : once * node.max;
    }
    case 'group':
    case 'atomic':
      return longestMatch(node.of);
    case 'reference':
      return Number.POSITIVE_INFINITY;
    default:
      return never(node);
  }
}
