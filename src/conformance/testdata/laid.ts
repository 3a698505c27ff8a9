import { STANDARD_DELIMITERS } from '../../hl7/delimiters.js';
import { GROUP, InstanceTree, NONE } from '../instance/instance-tree.js';
import { FOREIGN_LINE, LineList, nameCode, SEGMENT_LINE } from '../instance/line-list.js';
import { compilePlan } from '../plan/compile.js';
import type { ValidationPlan } from '../plan/plan.js';
import type { Matcher } from '../structure/matcher.js';
import { grammarOf, type MessageGrammar } from '../structure/message-grammar.js';
import { type SmallProfile, smallProfile } from './small-profile.js';
import { treeText } from './tree-text.js';

export function planOf(small: SmallProfile): ValidationPlan {
  const result = compilePlan(smallProfile(small));
  if (result.kind === 'defective') throw new Error(result.defects.map(({ message }) => message).join('\n'));
  return result.plan;
}

/** Bare segments, laid over a structure: the tree, and by their 1-based numbers the segments left over and moved. */
export function laid(
  structure: string,
  names: string,
  matcherFor: (grammar: MessageGrammar, tree: InstanceTree) => Matcher,
): string {
  const plan = planOf({ structure });
  const tree = new InstanceTree(plan, STANDARD_DELIMITERS);
  const lines = linesOf(names, plan);
  tree.reset(plan, names, STANDARD_DELIMITERS);
  tree.add(GROUP, NONE, NONE, plan.root, 1, 1, 0, names.length, 1);
  const queue = [...Array(lines.size).keys()].filter((line) => lines.kind[line] === SEGMENT_LINE);
  const { unexpected, moves } = matcherFor(grammarOf(plan), tree).match(lines, queue);
  const moved = moves.map(({ lines: [...all], behind }) => `; ${all.map((n) => n + 1)} behind ${(behind ?? -1) + 1}`);
  const left = unexpected.length === 0 ? '' : `; left ${unexpected.map((line) => line + 1)}`;
  return `${treeText(tree)}${moved.join('')}${left}`;
}

function linesOf(names: string, plan: ValidationPlan): LineList {
  const lines = new LineList();
  names.split(' ').forEach((name, at) => {
    const kind = plan.segmentNames.has(name) ? SEGMENT_LINE : FOREIGN_LINE;
    lines.add(at * 4, at * 4 + 3, at + 1, kind, nameCode(name, 0));
  });
  return lines;
}
