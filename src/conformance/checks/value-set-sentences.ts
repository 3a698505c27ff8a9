import type { CompiledValueSet } from '../plan/value-set.js';
import type { DetectionCode, ValueSetDetection } from './value-set-detection.js';

/** What is said of the sets, by their names; of the code's own system, where the set gives one. */
type Sentence = (names: string, system: string, sets: readonly CompiledValueSet[]) => string;

const SENTENCES: Readonly<Record<DetectionCode, Sentence>> = {
  'code-not-found': (names, _, sets) => `the code is not in ${names}${snapshot(sets)}`,
  'code-system-wrong': (names, system) => `${names} holds the code, but of the code system ${system}`,
  'code-system-missing': (names, system) =>
    `${names} holds the code of the code system ${system}, and the message does not name its system`,
  'code-excluded': (names) => `${names} excludes the code`,
  'code-permitted': (names) => `${names} permits the code (usage P)`,
  'code-permitted-in-closed-set': (names) =>
    `${names} is closed and lists the code as permitted only (usage P): the profile should say R or E`,
  'code-member': (names) => `the code is in ${names}`,
  'code-usage-missing': (names) => `${names} does not say whether the code is required, permitted or excluded`,
  'code-listed-twice': (names) => `${names} lists the code more than once`,
  'code-in-several-sets': (names) => `the code is in each of ${names}`,
  'code-at-two-places': (names) => `codes at more than one place are of ${names}: only one may be`,
  'value-set-dynamic': (names) => `${names} is dynamic: its copy in the profile may be older than what it holds today`,
  'value-set-not-found': (names) => `the profile binds ${names} and does not define it: the code is not checked`,
  'value-set-empty': (names) => `${names} has no codes in the profile: the code is not checked`,
  'value-set-incomplete': (names) => `the code is not listed in ${names}, whose list is not complete: it is not judged`,
  'value-set-excluded': (names) => `the profile wants ${names} not to be checked`,
  'binding-strength-undetermined': (names) =>
    `the strength of the binding of ${names} is undetermined: the code is not checked`,
  'binding-several-sets': (names) =>
    `several value sets, ${names}, are bound to an element without components: none is checked`,
  'binding-location': (names) =>
    `the binding of ${names} looks for its code where no simple element, or more than one, is`,
};

/** Names sets and code systems, never a value of the message. */
export function sentenceFor({ code, sets, entry }: ValueSetDetection): string {
  return SENTENCES[code](setNames(sets), entry?.system ?? '', sets);
}

/** `HL70001 (Administrative Sex)`; several with `or`. */
export function setNames(sets: readonly CompiledValueSet[]): string {
  const [only] = sets;
  return sets.length === 1 && only !== undefined ? only.label : sets.map(({ label }) => label).join(' or ');
}

/** That a set grows without the profile matters to whoever judges a code that is not in it. */
function snapshot(sets: readonly CompiledValueSet[]): string {
  if (sets.some(({ stability }) => stability === 'Dynamic')) return ', a dynamic set, as the profile knows it';
  return sets.some(({ extensibility }) => extensibility === 'Open') ? ', an open set, as the profile knows it' : '';
}
