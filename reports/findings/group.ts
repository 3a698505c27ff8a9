import type { FoldedFinding } from './fold.js';
import { grouped } from './grouped.js';
import type { ShownFinding } from './validated-message.js';

/** Findings of one kind at one element: the first is shown, the others are told by their places. */
export interface FindingGroup {
  readonly first: FoldedFinding;
  readonly others: readonly ShownFinding[];
  /** How many findings follow from all of these. */
  readonly followers: number;
}

/** Findings that differ in their instance alone, in the order of the first of each kind. */
export function group(folded: readonly FoldedFinding[]): readonly FindingGroup[] {
  const groups = grouped(folded, ({ finding }) => kindOf(finding));
  return [...groups.values()].flatMap(([first, ...others]): readonly FindingGroup[] => {
    if (first === undefined) return [];
    const followers = [first, ...others].reduce((sum, one) => sum + one.followers.length, 0);
    return [{ first, others: others.map(({ finding }) => finding), followers }];
  });
}

function kindOf({ code, classification, rule, path, message, note }: ShownFinding): string {
  const element = (path ?? '').replace(/\[\d+\]/g, '');
  return [code, classification, rule ?? '', element, message.replace(/\d+/g, '0'), note ?? ''].join('\n');
}
