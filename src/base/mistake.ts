import type { z } from 'zod';
import { closest } from './closest.js';
import type { Path } from './yaml-document.js';

/** A mistake in a file that a person wrote, before its place in the file is known. */
export interface Mistake {
  readonly path: Path;
  readonly what: string;
  readonly remedy: string;
  /** The place is that of the key, not of its value. */
  readonly atKey?: boolean;
}

/**
 * Turns what the schema found into mistakes for people. `shown` gives the text in the file at a path.
 */
export function mistakes(issues: readonly z.core.$ZodIssue[], shown: (path: Path) => unknown): readonly Mistake[] {
  return issues.flatMap((issue): readonly Mistake[] => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => unknownKey([...path, key], key, issue.message.split(' ')));
    }
    if (issue.code === 'invalid_value') return [notOneOf(path, shown(path), issue.values.map(String))];
    if (issue.code === 'custom') return [{ path, what: issue.message, remedy: String(issue.params?.['remedy'] ?? '') }];
    if (shown(path) === undefined) return [missing(path)];
    return [wrongForm(path, issue.code === 'invalid_type' ? issue.expected : 'string')];
  });
}

function unknownKey(path: Path, key: string, known: readonly string[]): Mistake {
  const meant = closest(key, known);
  const hint = meant === undefined ? '' : `did you mean "${meant}"? `;
  return { path, what: `unknown key "${key}"`, remedy: `${hint}known here: ${known.join(', ')}`, atKey: true };
}

function notOneOf(path: Path, value: unknown, allowed: readonly string[]): Mistake {
  if (value === undefined) return missing(path, `one of ${allowed.join(', ')}`);
  const meant = closest(String(value), allowed);
  const hint = meant === undefined ? '' : `did you mean ${meant}? `;
  return { path, what: `"${String(value)}" is not allowed`, remedy: `${hint}use one of ${allowed.join(', ')}` };
}

const FORMS: Readonly<Record<string, string>> = {
  object: 'a section: keys of its own, indented below it',
  record: 'a section: keys of its own, indented below it',
  array: 'a list: [one, two], or a line with "- " for each',
};

function wrongForm(path: Path, expected: string): Mistake {
  return { path, what: 'this has the wrong form', remedy: `write ${FORMS[expected] ?? 'a single value'}` };
}

function missing(path: Path, form = 'a value'): Mistake {
  const key = String(path.at(-1) ?? '');
  return { path, what: `"${key}" is missing`, remedy: `add ${key}: with ${form}` };
}
