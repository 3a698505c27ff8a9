import type { Profile } from '../../model/profile.js';
import { readProfilePath } from '../../model/profile-path.js';
import type { Attachment } from '../../model/rule.js';
import type { LintFinding, LintRule } from '../lint-rule.js';
import { nodeName, nodesOf, partsOf } from '../parts.js';

/** Conditional elements without a condition: nothing decides what they are, so they are not checked. */
export const conditionalWithoutPredicate: LintRule = {
  code: 'conditional-without-predicate',
  meaning: 'An element is C, and no condition says when it is required.',
  *check({ profile, walk }) {
    const decided = decidedElements(profile, walk);
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

/** The elements and nodes that predicates target. */
function decidedElements({ rules }: Profile, walk: Parameters<LintRule['check']>[0]['walk']): ReadonlySet<unknown> {
  const decided = new Set<unknown>();
  for (const { on, rule } of rules.predicates) {
    const path = readProfilePath(rule.target);
    for (const start of path === undefined ? [] : walk.starts(on as Attachment)) {
      const found = walk.walk(start, path ?? []);
      for (const place of found.kind === 'reached' ? found.places : []) {
        if (place.kind === 'part') decided.add(place.element);
        if (place.kind === 'group') decided.add(place.group);
        if (place.kind === 'segment') decided.add(place.node);
      }
    }
  }
  return decided;
}

function told(name: string, place: LintFinding['place']): LintFinding {
  return {
    place,
    message: `${name} is conditional, and no condition says when it is required`,
    remedy: 'state the condition, or another usage: O where nothing is meant',
  };
}
