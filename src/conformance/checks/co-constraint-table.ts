import type { Examination } from '../examination.js';
import { placeOf } from '../instance/place.js';
import type { CompiledRow, CompiledRowGroup, CompiledTable } from '../plan/co-constraint.js';
import type { CoConstraintFindingCode } from '../report/co-constraint-codes.js';
import { checkCells } from './co-constraint-cells.js';
import type { TableContext } from './co-constraint-context.js';
import { isSelected } from './co-constraint-selector.js';
import type { GroupedSegment } from './group-id.js';

/** Rows of their own first; each takes the segments that it picks from those that follow, then from the groups. */
export function checkTable(context: TableContext, segments: readonly GroupedSegment[], table: CompiledTable): void {
  const left = checkRows(context, segments, table.rows, true);
  let rest = left;
  for (const group of table.groups) rest = checkRowGroup(context, rest, group);
}

/** `isAlone`: these rows describe segments that stand for themselves, so that no other may share their group id. */
function checkRows(
  context: TableContext,
  segments: readonly GroupedSegment[],
  rows: readonly CompiledRow[],
  isAlone: boolean,
): readonly GroupedSegment[] {
  let rest = segments;
  for (const row of rows) {
    const { picked, others } = partition(context.x, rest, row);
    checkRequirement(context, row, picked);
    for (const { node } of picked) checkCells(context, node, row);
    if (isAlone && picked.length > 0) checkAlone(context, row, picked, rest);
    rest = others;
  }
  return rest;
}

function partition(x: Examination, segments: readonly GroupedSegment[], row: CompiledRow) {
  const picked: GroupedSegment[] = [];
  const others: GroupedSegment[] = [];
  for (const segment of segments) (isSelected(x, segment.node, row) ? picked : others).push(segment);
  return { picked, others };
}

function checkRequirement(context: TableContext, row: CompiledRow, picked: readonly GroupedSegment[]): void {
  const { x, where, inGroup } = context;
  const count = picked.length;
  const place = inGroup === undefined ? where : `${where}, co-constraint group ${inGroup}`;
  if (count === 0 && row.usage === 'R') {
    tell(context, 'co-constraint-required', row, `${place} must have ${row.description}`);
  } else if (count === 0 && !x.mode.quirks.codesOneByOne) {
    if (row.usage !== 'S' || !x.report.wants('co-constraint-recommended')) return;
    tell(context, 'co-constraint-recommended', row, `${place} should have ${row.description}`);
  } else if (count < row.min || count > row.max) {
    const surplus = x.mode.quirks.codesOneByOne ? undefined : picked[row.max]?.node;
    const sentence = `${place} must have ${range(row)} of ${row.description}`;
    tell(context, 'co-constraint-cardinality', row, sentence, count, surplus);
  }
}

function checkAlone(
  { x }: TableContext,
  row: CompiledRow,
  picked: readonly GroupedSegment[],
  segments: readonly GroupedSegment[],
): void {
  const counts = new Map<string, number>();
  for (const { groupId } of segments) {
    if (groupId !== undefined) counts.set(groupId.value, (counts.get(groupId.value) ?? 0) + 1);
  }
  for (const { groupId } of picked) {
    if (groupId === undefined || (counts.get(groupId.value) ?? 0) < 2) continue;
    x.report.add({
      code: 'co-constraint-group-id',
      place: placeOf(x.tree, groupId.node),
      message: `${row.description} stands for itself: no other segment may have the same ${groupId.name}`,
      rule: row.description,
      actual: groupId.value,
    });
  }
}

/** The primary row picks the first segment of each group; the others are those that share its group id. */
function checkRowGroup(
  context: TableContext,
  segments: readonly GroupedSegment[],
  group: CompiledRowGroup,
): readonly GroupedSegment[] {
  const { picked, others } = partition(context.x, segments, group.primary);
  const groups = new Map<string, { primaries: GroupedSegment[]; others: GroupedSegment[] }>();
  for (const segment of picked) {
    const id = segment.groupId?.value;
    if (id === undefined) continue;
    const known = groups.get(id);
    if (known === undefined) groups.set(id, { primaries: [segment], others: [] });
    else known.primaries.push(segment);
  }
  const rest: GroupedSegment[] = [];
  for (const segment of others) (groups.get(segment.groupId?.value ?? NO_ID)?.others ?? rest).push(segment);
  checkGroupRequirement(context, group, groups.size);
  const inside = { ...context, inGroup: group.name };
  for (const one of groups.values()) {
    checkRequirement(inside, group.primary, one.primaries);
    for (const { node } of one.primaries) checkCells(inside, node, group.primary);
    checkRows(inside, one.others, group.others, false);
  }
  return rest;
}

/** No value in a message holds a line end. */
const NO_ID = '\r';

function checkGroupRequirement(context: TableContext, group: CompiledRowGroup, count: number): void {
  const { x, where } = context;
  const { name, primary } = group;
  if (count === 0 && group.usage === 'R') {
    const sentence = `${where} must have the co-constraint group ${name}, which begins with ${primary.description}`;
    tell(context, 'co-constraint-group-required', primary, sentence);
  } else if (count === 0 && !x.mode.quirks.codesOneByOne) {
    if (group.usage !== 'S' || !x.report.wants('co-constraint-recommended')) return;
    tell(context, 'co-constraint-recommended', primary, `${where} should have the co-constraint group ${name}`);
  } else if (count < group.min || count > group.max) {
    const sentence = `${where} must have ${range(group)} of the co-constraint group ${name}`;
    tell(context, 'co-constraint-group-cardinality', primary, sentence, count);
  }
}

function range({ min, max }: { readonly min: number; readonly max: number }): string {
  if (max === Number.POSITIVE_INFINITY) return `at least ${min}`;
  return min === max ? `exactly ${min}` : `${min} to ${max}`;
}

function tell(
  { x, group }: TableContext,
  code: CoConstraintFindingCode,
  row: CompiledRow,
  message: string,
  count?: number,
  node = group,
): void {
  const actual = count === undefined ? {} : { actual: String(count) };
  x.report.add({ code, place: placeOf(x.tree, node), message, rule: row.description, ...actual });
}
