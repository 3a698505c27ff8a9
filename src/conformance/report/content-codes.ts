import type { Classification } from '../../evidence/finding.js';
import type { CodeEntry } from './finding-code.js';

/** What the rules of a profile find: conformance statements, predicates, keyed constraints, contexts without order. */
export const CONTENT_CODES = {
  'statement-failed': both('Error', 'Constraint Failure', 'A conformance statement does not hold.'),
  'statement-holds': both('Affirmative', 'Constraint Success', 'A conformance statement holds.'),
  'statement-undecided': profile(
    'Constraint Spec Error',
    'Whether a conformance statement holds cannot be told: a path leads nowhere, or values cannot be compared.',
  ),
  'rule-not-executable': profile(
    'Constraint Spec Error',
    'A rule needs a Java class; no rule function of its name is registered here.',
  ),
  'expressions-given-up': both(
    'Alert',
    'Constraint Spec Error',
    'The regular expressions of the profile take too long for the message, so that some rules were not decided.',
  ),

  'test-data-differ': both('Error', 'Content Failure', 'A value is not the one that the test case demands.'),
  'test-data-agree': both('Affirmative', 'Content Success', 'A value is the one that the test case demands.'),
  'test-data-undecided': profile(
    'Content Spec Error',
    'Whether the values are those that the test case demands cannot be told.',
  ),

  'condition-required-missing': both(
    'Error',
    'Predicate Failure',
    'An element is missing that its condition makes required.',
  ),
  'condition-unsupported-present': both(
    'Error',
    'Predicate Failure',
    'An element is there that its condition excludes.',
  ),
  'condition-empty': both(
    'Informational',
    'Predicate Failure',
    'An element is missing that its condition makes required where its data are known (RE).',
  ),
  'condition-optional': both(
    'Informational',
    'Predicate Success',
    'An element has content that its condition makes optional.',
  ),
  'condition-satisfied': both('Affirmative', 'Predicate Success', 'The usage that a condition selects is met.'),
  'condition-selects': both(
    'Validation Notes',
    'Predicate Usage Selection',
    'Which usage of an element its condition has selected.',
  ),
  'condition-undecided': profile(
    'Predicate Spec Error',
    'Whether a condition holds, or where the element is that it decides, cannot be told.',
  ),
  'condition-in-words': both(
    'Informational',
    'Predicate Usage Selection',
    'The profile states a condition in words alone: a person has to decide.',
  ),

  'keyed-failed': both('Error', 'CoConstraint Failure', 'The key of a constraint holds, and what it demands does not.'),
  'keyed-holds': both('Affirmative', 'CoConstraint Success', 'The key of a constraint holds, and what it demands.'),

  'pattern-missing': both(
    'Error',
    'High-level Content Error',
    'Elements that must occur somewhere, in any order, are missing.',
  ),
  'pattern-undecided': profile(
    'Content Spec Error',
    'Elements whose order means nothing cannot be looked for: the path to them cannot be followed.',
  ),
} as const satisfies Readonly<Record<string, CodeEntry>>;

function both(classification: Classification, category: string, meaning: string): CodeEntry {
  return { section: 'content', category, nist: classification, pipehat: classification, meaning };
}

/** A fault of the profile, not of the message. */
function profile(category: string, meaning: string): CodeEntry {
  return both('Specification Error', category, meaning);
}
