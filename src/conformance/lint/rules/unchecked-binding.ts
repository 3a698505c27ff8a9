import type { LintRule } from '../lint-rule.js';

/** Bindings of undetermined strength: nothing is checked, each message gets an alert. */
export const uncheckedBinding: LintRule = {
  code: 'unchecked-binding',
  meaning: 'A value set is bound with strength U: it is never checked.',
  *check({ profile }) {
    for (const { on, rule } of profile.rules.bindings) {
      if (rule.strength !== 'U') continue;
      const message = `${rule.sets.join(', ')} on ${on.value} ${rule.target} is bound with strength U and never checked`;
      yield { place: rule.place, message, remedy: 'make the strength R or S' };
    }
  },
};
