import type {
  CoConstraint,
  CoConstraintContext,
  CoConstraintGroup,
  CoConstraintTable,
} from '../model/co-constraint.js';
import type { ProfileDefect } from '../model/defect.js';
import type { Profile } from '../model/profile.js';
import type { SourcePlace } from '../model/source-place.js';
import { compileAssertion } from './assertion.js';
import type { CompiledCoConstraints, CompiledRow, CompiledRowGroup, CompiledTable } from './co-constraint.js';
import { type CellCompilation, compileCell, describeCell } from './compile-cell.js';
import { compilePath } from './compile-locations.js';

/** The co-constraint tables of one message. Those of one context, one after the other, become one entry. */
export function compileCoConstraints(
  profile: Profile,
  messageId: string,
  defects: ProfileDefect[],
): readonly CompiledCoConstraints[] {
  const made: { name: string; text: string; entry: OpenEntry }[] = [];
  for (const context of profile.coConstraints) {
    if (context.message !== messageId) continue;
    const work = compilationOf(profile, context, defects);
    const last = made.at(-1);
    const isSame = last?.name === context.contextName && last.text === context.contextPath;
    if (last !== undefined && isSame) last.entry.segments.push(compileSegment(context, work));
    else {
      const path = compilePath(context.contextPath, work);
      const entry = { name: context.contextName, path, segments: [compileSegment(context, work)] };
      made.push({ name: context.contextName, text: context.contextPath, entry });
    }
  }
  return made.map(({ entry }) => entry);
}

type Segments = CompiledCoConstraints['segments'][number];
type OpenEntry = Omit<CompiledCoConstraints, 'segments'> & { readonly segments: Segments[] };

function compilationOf(profile: Profile, context: CoConstraintContext, defects: ProfileDefect[]): CellCompilation {
  const place = context.place ?? { file: profile.source };
  const subject = `a co-constraint of ${context.segmentName} in ${context.contextName}`;
  return { profile, defects, place, subject };
}

/** Simple tables are checked before conditional ones, as the reference does. */
function compileSegment(context: CoConstraintContext, work: CellCompilation): Segments {
  const { segmentName: name, tables } = context;
  const inOrder = [
    ...tables.filter(({ condition }) => condition === undefined),
    ...tables.filter(({ condition }) => condition !== undefined),
  ];
  return {
    name,
    path: compilePath(context.segmentPath, work),
    tables: inOrder.map((table) => compileTable(table, name, work)),
  };
}

function compileTable(table: CoConstraintTable, segment: string, work: CellCompilation): CompiledTable {
  const { condition } = table;
  const groupIds = [...table.groupIds].sort((one, other) => one.priority - other.priority);
  return {
    ...(condition === undefined ? {} : { condition: compileCondition(condition, work) }),
    groupIds: groupIds.map(({ path, name }) => ({ path: compilePath(path, work), name })),
    rows: table.rows.map((row) => compileRow(row, segment, work)),
    groups: table.groups.map((group) => compileGroup(group, segment, work)),
  };
}

function compileCondition(
  { description, assertion }: NonNullable<CoConstraintTable['condition']>,
  { profile, defects, place }: CellCompilation,
): NonNullable<CompiledTable['condition']> {
  return { description, assertion: compileAssertion(assertion, profile.valueSets, defects, place) };
}

function compileGroup(group: CoConstraintGroup, segment: string, work: CellCompilation): CompiledRowGroup {
  const { name, usage, cardinality, primary, others } = group;
  const here = at(work, group.place);
  return {
    name,
    usage,
    min: cardinality.min,
    max: cardinality.max,
    primary: compileRow(primary, segment, here),
    others: others.map((row) => compileRow(row, segment, here)),
  };
}

function compileRow(row: CoConstraint, segment: string, work: CellCompilation): CompiledRow {
  const { usage, cardinality, selectors, constraints } = row;
  const here = at(work, row.place);
  const conditions = selectors.map(describeCell).join(' and ');
  return {
    usage,
    min: cardinality.min,
    max: cardinality.max,
    selectors: selectors.map((cell) => compileCell(cell, here)),
    constraints: constraints.map((cell) => compileCell(cell, here)),
    description: conditions === '' ? segment : `${segment} where ${conditions}`,
  };
}

function at(work: CellCompilation, place: SourcePlace | undefined): CellCompilation {
  return place === undefined ? work : { ...work, place };
}
