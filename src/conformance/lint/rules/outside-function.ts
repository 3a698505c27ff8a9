import { assertionsOf, withInner } from '../assertions.js';
import type { LintRule } from '../lint-rule.js';

/** Rules that a function decides which the profile does not bring along; each function once. */
export const outsideFunction: LintRule = {
  code: 'outside-function',
  meaning: 'A rule calls a function that the profile only names.',
  *check({ profile }) {
    const told = new Set<string>();
    for (const { assertion, rule, place } of assertionsOf(profile)) {
      for (const one of withInner(assertion)) {
        if (one.kind !== 'plugin' || told.has(one.name)) continue;
        told.add(one.name);
        const remedy = 'register a function of that name in the project, or write the rule out';
        yield { place, message: `${rule} needs the function ${one.name}`, remedy };
      }
    }
  },
};
