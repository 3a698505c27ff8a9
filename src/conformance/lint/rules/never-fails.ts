import { assertionsOf } from '../assertions.js';
import type { LintRule } from '../lint-rule.js';
import { truthOf } from '../truth.js';

/** Statements that hold for every message, and conditions that are always the same. */
export const neverFails: LintRule = {
  code: 'never-fails',
  meaning: 'A statement can never fail, or a condition is the same for every message.',
  *check({ profile }) {
    for (const { assertion, rule, place, isWhole } of assertionsOf(profile)) {
      const truth = isWhole ? truthOf(assertion) : undefined;
      if (truth === undefined) continue;
      const what = rule.startsWith('the condition')
        ? `is ${truth ? 'true' : 'false'} for every message`
        : truth
          ? 'can never fail'
          : 'fails for every message';
      yield {
        place,
        message: `${rule} ${what}`,
        remedy: 'look at its paths and at what joins them: it does not say what is meant',
      };
    }
  },
};
