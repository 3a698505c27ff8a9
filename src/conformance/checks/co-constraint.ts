import { evaluate } from '../assertions/evaluate.js';
import type { Examination } from '../examination.js';
import { GROUP, SEGMENT } from '../instance/instance-tree.js';
import { placeOf } from '../instance/place.js';
import { writeProfilePath } from '../model/profile-path.js';
import type { CompiledCoConstraints, CompiledTable } from '../plan/co-constraint.js';
import type { TableContext } from './co-constraint-context.js';
import { checkTable } from './co-constraint-table.js';
import { elementsAt, NodeList } from './elements-at.js';
import { groupedSegments } from './group-id.js';

/**
 * The co-constraint tables of the message: each for the segments of each group (or of the message) that it is about.
 *
 * Our mode differs from the reference: a row that is not required asks for no minimum while nothing is what it describes;
 * segments too many are told at the first of them; a code that is wrong at several locations is one finding, and so is a code
 * that is not in the value set of a cell; what a cell's value set says besides (permitted, dynamic) is not told.
 */
export function checkCoConstraints(x: Examination): void {
  for (const context of x.tree.plan.rules.coConstraints) checkContext(x, context);
}

/** Of the context or part that is looked at; used again for each. */
const found = new NodeList();

function checkContext(x: Examination, context: CompiledCoConstraints): void {
  if (!elementsAt(x.tree, 0, context.path, found)) {
    tellPath(x, 0, 'co-constraint-context', context.name, context.path);
    return;
  }
  const isGroup = (node: number) => x.tree.kind[node] === GROUP;
  const nodes = found.toArray();
  for (const group of nodes.filter(isGroup)) {
    for (const part of context.segments) checkSegments(x, group, context.name, part);
  }
  // Once is enough: what else is there at this path is no group either. The reference tells it at the last one.
  const others = nodes.filter((node) => !isGroup(node));
  const other = x.mode.quirks.codesOneByOne ? others.at(-1) : others[0];
  if (other !== undefined) tellPath(x, other, 'co-constraint-not-a-group', context.name, context.path);
}

type Part = CompiledCoConstraints['segments'][number];

function checkSegments(x: Examination, group: number, context: string, part: Part): void {
  if (!elementsAt(x.tree, group, part.path, found)) {
    tellPath(x, group, 'co-constraint-segments', part.name, part.path);
    return;
  }
  const nodes = found.toArray();
  const segments = nodes.filter((node) => x.tree.kind[node] === SEGMENT);
  for (const node of nodes) {
    if (x.tree.kind[node] !== SEGMENT) tellPath(x, node, 'co-constraint-not-a-segment', part.name, part.path);
  }
  for (const table of part.tables) checkOneTable({ x, group, where: context }, segments, table);
}

function checkOneTable(context: TableContext, segments: readonly number[], table: CompiledTable): void {
  const { x, group } = context;
  const grouped = groupedSegments(x, segments, table.groupIds);
  if (table.condition === undefined) {
    checkTable(context, grouped, table);
    return;
  }
  const { kind } = evaluate(x, group, table.condition.assertion);
  if (kind === 'pass') checkTable(context, grouped, table);
  else if (kind === 'inconclusive') {
    x.report.add({
      code: 'co-constraint-condition',
      place: placeOf(x.tree, group),
      message: `whether the co-constraint table applies cannot be decided: ${table.condition.description}`,
      rule: context.where,
    });
  }
}

type PathCode =
  | 'co-constraint-context'
  | 'co-constraint-segments'
  | 'co-constraint-not-a-group'
  | 'co-constraint-not-a-segment';

const PATH_FAULTS: Readonly<Record<PathCode, string>> = {
  'co-constraint-context': 'leads below an element that has no components',
  'co-constraint-segments': 'leads below an element that has no components',
  'co-constraint-not-a-group': 'leads to something that is neither the message nor a group',
  'co-constraint-not-a-segment': 'leads to something that is no segment',
};

function tellPath(
  x: Examination,
  node: number,
  code: PathCode,
  name: string,
  path: CompiledCoConstraints['path'],
): void {
  x.report.add({
    code,
    place: placeOf(x.tree, node),
    message: `the path ${writeProfilePath(path)} of the co-constraints of ${name} ${PATH_FAULTS[code]}`,
    rule: name,
  });
}
