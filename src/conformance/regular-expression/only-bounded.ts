import { never } from '../../base/never.js';
import type { ExpressionNode } from './expression-node.js';

/**
 * Whether the other engines would say something else than Java: a reference leads back to what a group has matched (where it
 * has matched nothing JavaScript goes on), or what is atomic repeats something that may be empty (an empty turn counts in
 * Java, JavaScript goes back for a longer one).
 */
export function needsBoundedEngine(node: ExpressionNode, isAtomic = false): boolean {
  switch (node.kind) {
    case 'reference':
      return true;
    case 'sequence':
      return node.items.some((item) => needsBoundedEngine(item, isAtomic));
    case 'choice':
      return node.alternatives.some((each) => needsBoundedEngine(each, isAtomic));
    case 'repeat':
      return (isAtomic && isNullable(node.of)) || needsBoundedEngine(node.of, isAtomic);
    case 'atomic':
      return needsBoundedEngine(node.of, true);
    case 'group':
    case 'look':
      return needsBoundedEngine(node.of, isAtomic);
    case 'empty':
    case 'characters':
    case 'boundary':
      return false;
    default:
      return never(node);
  }
}

/** Whether it can match without a character. */
function isNullable(node: ExpressionNode): boolean {
  switch (node.kind) {
    case 'characters':
      return false;
    case 'sequence':
      return node.items.every(isNullable);
    case 'choice':
      return node.alternatives.some(isNullable);
    case 'repeat':
      return node.min === 0 || isNullable(node.of);
    case 'group':
    case 'atomic':
      return isNullable(node.of);
    case 'empty':
    case 'look':
    case 'boundary':
    case 'reference':
      return true;
    default:
      return never(node);
  }
}
