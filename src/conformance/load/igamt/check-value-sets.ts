import type { Assertion } from '../../model/assertion.js';
import type { CoConstraintContext } from '../../model/co-constraint.js';
import type { Profile } from '../../model/profile.js';
import type { SourcePlace } from '../../model/source-place.js';
import type { DefectList } from '../defect-list.js';
import { splitList } from './split-list.js';

interface SetUse {
  readonly id: string;
  readonly place: SourcePlace | undefined;
}

/**
 * Value sets that are bound and in no library. The reference loads such a profile and reports the set with each message, so
 * they are warnings: one a set, and one for all where there is no library.
 */
export function checkValueSets(profile: Profile, hasLibrary: boolean, defects: DefectList): void {
  const { sets, excluded } = profile.valueSets;
  const missing = new Map<string, SetUse[]>();
  for (const use of usesOf(profile)) {
    if (sets.has(use.id) || excluded.has(use.id)) continue;
    const uses = missing.get(use.id);
    if (uses === undefined) missing.set(use.id, [use]);
    else uses.push(use);
  }
  if (missing.size > 0 && !hasLibrary) {
    const message = `${missing.size} value sets are bound, and there is no value set library`;
    defects.warning(
      'no-value-sets',
      { file: profile.source },
      message,
      'Put the ValueSets.xml of the export beside the profile.',
    );
    return;
  }
  for (const [id, [first, ...others]] of missing) {
    const where = others.length === 0 ? '' : ` (${others.length + 1} times in all)`;
    const message = `the value set ${id} is bound here${where} and in no library`;
    const remedy = 'Define it in ValueSets.xml, or list it under <NoValidation>.';
    defects.warning('unresolved-value-set', first?.place ?? { file: profile.source }, message, remedy);
  }
}

function* usesOf({ rules, coConstraints, slicings }: Profile): Iterable<SetUse> {
  for (const { rule } of rules.bindings) for (const id of rule.sets) yield { id, place: rule.place };
  for (const { rule } of rules.statements) yield* assertionUses(rule.assertion, rule.place);
  for (const { rule } of rules.predicates) if (rule.condition) yield* assertionUses(rule.condition, rule.place);
  for (const { rule } of rules.keyed) {
    for (const { assertions } of rule.entries) for (const one of assertions) yield* assertionUses(one, rule.place);
  }
  for (const context of coConstraints) yield* cellUses(context);
  for (const { slicings: all, place } of slicings) {
    for (const slicing of all) {
      if (slicing.kind === 'assertion')
        for (const { assertion } of slicing.slices) yield* assertionUses(assertion, place);
    }
  }
}

function* cellUses({ tables }: CoConstraintContext): Iterable<SetUse> {
  for (const { rows, groups } of tables) {
    for (const row of [...rows, ...groups.flatMap(({ primary, others }) => [primary, ...others])]) {
      for (const cell of [...row.selectors, ...row.constraints]) {
        if (cell.kind !== 'value-set') continue;
        for (const { sets, place } of cell.bindings) for (const id of sets) yield { id, place };
      }
    }
  }
}

function* assertionUses(assertion: Assertion, place: SourcePlace | undefined): Iterable<SetUse> {
  switch (assertion.kind) {
    case 'value-set':
      for (const id of splitList(assertion.valueSet, ':')) yield { id, place };
      return;
    case 'not':
      return yield* assertionUses(assertion.of, place);
    case 'sub-context':
      return yield* assertionUses(assertion.assertion, place);
    case 'and':
    case 'or':
    case 'xor':
    case 'implies':
      yield* assertionUses(assertion.left, place);
      return yield* assertionUses(assertion.right, place);
    case 'for-all':
    case 'exists':
      for (const one of assertion.of) yield* assertionUses(one, place);
      return;
    default:
      return;
  }
}
