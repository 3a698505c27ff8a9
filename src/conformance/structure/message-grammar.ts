import { nameCode } from '../instance/line-list.js';
import type { NameCodes } from '../instance/reading.js';
import type { ElementPlan, GroupPlan, ValidationPlan } from '../plan/plan.js';

/** A child of a group as the matchers see it. */
export interface GrammarNode {
  readonly element: ElementPlan;
  /** Of a segment; 0 for groups and choices. */
  readonly name: number;
  /** Of groups and choices; empty for segments. */
  readonly children: readonly GrammarNode[];
  readonly kind: 'segment' | 'group' | 'choice';
  /** Every segment that may stand in it. */
  readonly names: NameCodes;
}

/** The tree of a plan's groups and segments, made once for a validator. */
export interface MessageGrammar {
  readonly plan: ValidationPlan;
  readonly children: readonly GrammarNode[];
  readonly names: NameCodes;
}

export function grammarOf(plan: ValidationPlan): MessageGrammar {
  const root = plan.definitions[plan.root];
  if (root?.kind !== 'group')
    throw new TypeError('the root of a plan is a group; this one was not made by compilePlan');
  const children = nodesOf(plan, root);
  return { plan, children, names: union(children) };
}

function nodesOf(plan: ValidationPlan, group: GroupPlan): readonly GrammarNode[] {
  return group.children.map((element) => nodeOf(plan, element));
}

function nodeOf(plan: ValidationPlan, element: ElementPlan): GrammarNode {
  const definition = plan.definitions[element.definition];
  if (definition?.kind !== 'group') {
    const name = nameCode(definition?.name ?? '', 0);
    return { element, name, children: [], kind: 'segment', names: new Set([name]) };
  }
  const children = nodesOf(plan, definition);
  return { element, name: 0, children, kind: definition.of === 'choice' ? 'choice' : 'group', names: union(children) };
}

function union(nodes: readonly GrammarNode[]): NameCodes {
  return new Set(nodes.flatMap(({ names }) => [...names]));
}
