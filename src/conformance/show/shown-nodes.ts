import type { ViewNode } from '../view/view-node.js';

/** How far down a profile is shown. */
export type TreeDepth = 'segments' | 'fields' | 'components';

export interface TreeOptions {
  readonly depth: TreeDepth;
  /** Only what is at this path, `PID-3` or `ORDER.NTE`, with all that is in it. */
  readonly path?: string;
}

/** Whether what is in the element is shown too. */
export function isShownInside({ kind, usage }: ViewNode, depth: TreeDepth): boolean {
  if (usage === 'X') return false;
  if (kind === 'segment') return depth !== 'segments';
  return kind === 'group' || kind === 'choice' || depth === 'components';
}

/** Everything that the path means. */
export function nodesAt(nodes: readonly ViewNode[], path: string): readonly ViewNode[] {
  return nodes.flatMap((node) => {
    if (node.label === path || node.path === path || node.path.endsWith(`.${path}`)) return [node];
    const isOnTheWay = node.kind === 'group' || node.kind === 'choice' || path.includes(node.label);
    return isOnTheWay ? nodesAt(node.children(), path) : [];
  });
}
