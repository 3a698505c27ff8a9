import type { Assertion } from '../model/assertion.js';
import type { Profile } from '../model/profile.js';
import type { Attachment, OrderIndifferentContext } from '../model/rule.js';
import type { SourcePlace } from '../model/source-place.js';

/** An assertion of a profile with what it belongs to. */
export interface PlacedAssertion {
  readonly assertion: Assertion;
  /** For people: `the statement IZ-3`. */
  readonly rule: string;
  readonly place: SourcePlace | undefined;
  /** From where its paths start; absent where only a message tells. */
  readonly on?: Attachment;
  /** A statement or predicate, as a whole. */
  readonly isWhole: boolean;
}

/** Every assertion of the profile. */
export function* assertionsOf(profile: Profile): Iterable<PlacedAssertion> {
  const { statements, predicates, keyed, orderIndifferent } = profile.rules;
  for (const { on, rule } of statements) {
    const name = `the statement ${rule.id === '' ? `on ${on.value}` : rule.id}`;
    yield { assertion: rule.assertion, rule: name, place: rule.place, on, isWhole: true };
  }
  for (const { on, rule } of predicates) {
    const { condition, target, place } = rule;
    const name = `the condition of ${on.value} ${target}`;
    if (condition !== undefined) yield { assertion: condition, rule: name, place, on, isWhole: true };
  }
  for (const { on, rule } of keyed) {
    for (const assertion of rule.entries.flatMap(({ key, assertions }) => [key, ...assertions])) {
      yield { assertion, rule: `the old co-constraint on ${on.value}`, place: rule.place, on, isWhole: false };
    }
  }
  for (const context of orderIndifferent) yield* patternsOf(context);
  yield* otherAssertions(profile);
}

/** Their paths start at an element that only the path of the context tells. */
function* patternsOf({ patterns, place, path }: OrderIndifferentContext): Iterable<PlacedAssertion> {
  const rule = `the order-indifferent rule ${path}`;
  for (const { trigger, constraints, contexts } of patterns) {
    yield { assertion: trigger, rule, place, isWhole: false };
    for (const one of constraints) yield { assertion: one.assertion, rule, place: one.place ?? place, isWhole: false };
    for (const context of contexts) yield* patternsOf(context);
  }
}

function* otherAssertions({ slicings, coConstraints }: Profile): Iterable<PlacedAssertion> {
  for (const { slicings: all, context, place } of slicings) {
    for (const slicing of all) {
      if (slicing.kind !== 'assertion') continue;
      for (const { assertion } of slicing.slices) {
        yield { assertion, rule: `a slice of ${context}`, place, isWhole: false };
      }
    }
  }
  for (const { tables, segmentName, place } of coConstraints) {
    for (const { condition } of tables) {
      if (condition === undefined) continue;
      yield { assertion: condition.assertion, rule: `a co-constraint on ${segmentName}`, place, isWhole: false };
    }
  }
}

/** The assertion and all inside it. */
export function* withInner(assertion: Assertion): Iterable<Assertion> {
  yield assertion;
  switch (assertion.kind) {
    case 'not':
      yield* withInner(assertion.of);
      return;
    case 'and':
    case 'or':
    case 'xor':
    case 'implies':
      yield* withInner(assertion.left);
      yield* withInner(assertion.right);
      return;
    case 'for-all':
    case 'exists':
      for (const one of assertion.of) yield* withInner(one);
      return;
    case 'sub-context':
      yield* withInner(assertion.assertion);
      return;
    default:
      return;
  }
}
