import type { LintRule } from '../lint-rule.js';
import { boundSets } from './unresolved-value-set.js';

/** Sets without codes: no value is in them. */
export const emptyValueSet: LintRule = {
  code: 'empty-value-set',
  meaning: 'A value set that is bound has no codes.',
  *check({ profile }) {
    const bound = new Set([...boundSets(profile)].map(({ id }) => id));
    const { sets, excluded } = profile.valueSets;
    for (const { id, codes, place } of sets.values()) {
      if (codes.length > 0 || excluded.has(id) || !bound.has(id)) continue;
      const remedy = 'give it codes, or list it among those that are not checked';
      yield { place, message: `the value set ${id} is bound and has no codes`, remedy };
    }
  },
};
