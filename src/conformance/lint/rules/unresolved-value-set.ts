import type { Profile } from '../../model/profile.js';
import type { SourcePlace } from '../../model/source-place.js';
import { assertionsOf, withInner } from '../assertions.js';
import type { LintRule } from '../lint-rule.js';

/** Value sets that are bound and in no library; each once, where it is first bound. One finding where there is no library. */
export const unresolvedValueSet: LintRule = {
  code: 'unresolved-value-set',
  meaning: 'A value set is bound that the profile does not have.',
  *check({ profile }) {
    const { sets, excluded } = profile.valueSets;
    const missing = new Map<string, BoundSet>();
    for (const bound of boundSets(profile)) {
      if (!sets.has(bound.id) && !excluded.has(bound.id) && !missing.has(bound.id)) missing.set(bound.id, bound);
    }
    if (sets.size === 0 && missing.size > 1) {
      const message = `${missing.size} value sets are bound, and the profile has none`;
      yield { place: undefined, message, remedy: 'put its library of value sets beside it' };
      return;
    }
    for (const { id, place } of missing.values()) {
      const message = `the value set ${id} is bound here and in no library`;
      yield { place, message, remedy: 'define it, or list it among those that are not checked' };
    }
  },
};

interface BoundSet {
  readonly id: string;
  readonly place: SourcePlace | undefined;
}

/** Every use of a value set, in bindings, assertions and co-constraints. */
export function* boundSets(profile: Profile): Iterable<BoundSet> {
  for (const { rule } of profile.rules.bindings) for (const id of rule.sets) yield { id, place: rule.place };
  for (const { assertion, place } of assertionsOf(profile)) {
    for (const one of withInner(assertion)) {
      if (one.kind === 'value-set') for (const id of one.valueSet.split(':')) yield { id, place };
    }
  }
  for (const { tables } of profile.coConstraints) {
    const rows = tables.flatMap((table) => [
      ...table.rows,
      ...table.groups.flatMap(({ primary, others }) => [primary, ...others]),
    ]);
    for (const cell of rows.flatMap(({ selectors, constraints }) => [...selectors, ...constraints])) {
      if (cell.kind !== 'value-set') continue;
      for (const { sets, place } of cell.bindings) for (const id of sets) yield { id, place };
    }
  }
}
