import { type InstanceTree, SEGMENT } from '../instance/instance-tree.js';
import type { LineList } from '../instance/line-list.js';
import type { ElementPlan } from '../plan/plan.js';

/** The line with this index becomes a segment below `parent`. */
export function addSegment(
  tree: InstanceTree,
  lines: LineList,
  line: number,
  parent: number,
  { index, definition, position }: ElementPlan,
  instance: number,
): void {
  const [start = 0, end = 0, number = 1] = [lines.start[line], lines.end[line], lines.number[line]];
  const node = tree.add(SEGMENT, parent, index, definition, position, instance, start, end, number);
  tree.ordinal[node] = lines.ordinal[line] ?? instance;
}
