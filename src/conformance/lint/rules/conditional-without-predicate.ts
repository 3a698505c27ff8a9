import { decidedElements } from '../../model/decided-elements.js';
import type { LintFinding, LintRule } from '../lint-rule.js';
import { nodeName, nodesOf, partsOf } from '../parts.js';

/** Conditional elements without a condition: nothing decides what they are, so they are not checked. */
export const conditionalWithoutPredicate: LintRule = {
  code: 'conditional-without-predicate',
  meaning: 'An element is C, and no condition says when it is required.',
  *check({ profile, walk }) {
    const decided = decidedElements(profile, undefined, walk);
    for (const { element, name } of partsOf(profile)) {
      if (isConditional(element.usage) && !decided.has(element)) yield told(name, element.place);
    }
    for (const { node } of nodesOf(profile)) {
      if (isConditional(node.usage) && !decided.has(node)) yield told(nodeName(node), node.place);
    }
  },
};

function isConditional(usage: string): boolean {
  return usage === 'C' || usage === 'CE';
}

function told(name: string, place: LintFinding['place']): LintFinding {
  return {
    place,
    message: `${name} is conditional, and no condition says when it is required`,
    remedy: 'state the condition, or another usage: O where nothing is meant',
  };
}
