import type { Examination } from '../examination.js';
import { placeOf } from '../instance/place.js';
import type { CompiledRow } from '../plan/co-constraint.js';
import type { CoConstraintFindingCode } from '../report/co-constraint-codes.js';
import type { Draft } from '../report/draft.js';

/** Where a co-constraint table is checked. */
export interface TableContext {
  readonly x: Examination;
  /** The node of the group, or of the message. */
  readonly group: number;
  /** Name of the context, for people. */
  readonly where: string;
  /** Of the co-constraint group that is looked at. */
  readonly inGroup?: string;
}

/** A segment that a row picks, under that row. */
export interface CellContext extends TableContext {
  readonly segment: number;
  readonly row: CompiledRow;
}

/** Tells what a cell finds at `node`. */
export function tellCell(
  { x, row, inGroup }: CellContext,
  code: CoConstraintFindingCode,
  node: number,
  sentence: string,
  values: Pick<Draft, 'expected' | 'actual'> = {},
): void {
  if (!x.report.wants(code)) return;
  const group = inGroup === undefined ? '' : ` in the co-constraint group ${inGroup}`;
  const message = `${row.description}${group}: ${sentence}`;
  x.report.add({ code, place: placeOf(x.tree, node), message, rule: row.description, ...values });
}
