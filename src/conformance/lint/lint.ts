import type { ProfileDefect } from '../model/defect.js';
import type { Profile } from '../model/profile.js';
import { findingsOf, type LintRule, linted } from './lint-rule.js';
import { bindingLocation } from './rules/binding-location.js';
import { cardinality } from './rules/cardinality.js';
import { conditionalWithoutPredicate } from './rules/conditional-without-predicate.js';
import { constant } from './rules/constant.js';
import { danglingReference } from './rules/dangling-reference.js';
import { doesNotCompile } from './rules/does-not-compile.js';
import { emptyValueSet } from './rules/empty-value-set.js';
import { idleCondition } from './rules/idle-condition.js';
import { length } from './rules/length.js';
import { neverFails } from './rules/never-fails.js';
import { outsideFunction } from './rules/outside-function.js';
import { predicateOnUnconditional } from './rules/predicate-on-unconditional.js';
import { regularExpression } from './rules/regular-expression.js';
import { structureOfEvent } from './rules/structure-of-event.js';
import { uncheckedBinding } from './rules/unchecked-binding.js';
import { unreachablePath } from './rules/unreachable-path.js';
import { unresolvedValueSet } from './rules/unresolved-value-set.js';
import { unusedDefinition } from './rules/unused-definition.js';

/** All that may be wrong with a profile that loads. To add one: its file, its place here, a specimen in lint.test.ts. */
export const LINT_RULES: readonly LintRule[] = [
  doesNotCompile,
  danglingReference,
  unresolvedValueSet,
  emptyValueSet,
  unreachablePath,
  bindingLocation,
  uncheckedBinding,
  predicateOnUnconditional,
  conditionalWithoutPredicate,
  idleCondition,
  neverFails,
  regularExpression,
  outsideFunction,
  length,
  cardinality,
  constant,
  structureOfEvent,
  unusedDefinition,
];

/** What the rules find, in the order of the rules; in each, in the order of the profile. */
export function lintProfile(profile: Profile): readonly ProfileDefect[] {
  const subject = linted(profile);
  return LINT_RULES.flatMap((rule) => findingsOf(rule, subject));
}
