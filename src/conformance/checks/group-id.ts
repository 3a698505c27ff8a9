import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import { placeOf } from '../instance/place.js';
import { isSimple, rawValue } from '../instance/value.js';
import { writeProfilePath } from '../model/profile-path.js';
import type { CompiledTable } from '../plan/co-constraint.js';
import { elementsAt, NodeList } from './elements-at.js';

/** A segment with what groups it with others: the value of its group id, and where that stands. */
export interface GroupedSegment {
  readonly node: number;
  /** Absent where it belongs to no group. */
  readonly groupId?: { readonly value: string; readonly node: number; readonly name: string };
}

/** Finds the group id of each segment: the first of the paths that leads to exactly one simple value. */
export function groupedSegments(
  x: Examination,
  segments: readonly number[],
  paths: CompiledTable['groupIds'],
): readonly GroupedSegment[] {
  return segments.map((node) => groupedSegment(x, node, paths));
}

function groupedSegment(x: Examination, node: number, paths: CompiledTable['groupIds']): GroupedSegment {
  const unreachable: CompiledTable['groupIds'][number][] = [];
  for (const path of paths) {
    const id = onlySimple(x, node, path.path);
    if (id === undefined) unreachable.push(path);
    else if (id !== NONE) return { node, groupId: { value: rawValue(x.tree, id), node: id, name: path.name } };
  }
  for (const { path, name } of unreachable) {
    x.report.add({
      code: 'co-constraint-group-id-path',
      place: placeOf(x.tree, node),
      message: `the group id at ${writeProfilePath(path)} (${name}) is no simple element`,
    });
  }
  return { node };
}

const found = new NodeList();

/** NONE where there is no value or more than one; undefined where the path leads to no simple element. */
function onlySimple({ tree }: Examination, segment: number, path: CompiledTable['groupIds'][number]['path']) {
  if (!elementsAt(tree, segment, path, found)) return undefined;
  for (let i = 0; i < found.size; i++) if (!isSimple(tree, found.at(i))) return undefined;
  return found.size === 1 ? found.at(0) : NONE;
}
