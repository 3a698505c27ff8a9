import { compilePlan } from '../../plan/compile.js';
import type { LintRule } from '../lint-rule.js';

/** What keeps a message of the profile from being checked at all. */
export const doesNotCompile: LintRule = {
  code: 'does-not-compile',
  meaning: 'No message can be checked by the profile.',
  *check({ profile }) {
    for (const { id } of profile.messages) {
      const result = compilePlan(profile, id);
      if (result.kind === 'compiled') continue;
      for (const { severity, code, place, message, remedy } of result.defects) {
        // Those have a rule of their own.
        if (severity !== 'error' || code.startsWith('regular-expression')) continue;
        yield { severity, place, message: `${id}: ${message}`, remedy };
      }
    }
  },
};
