import type { Message } from '../hl7/message.js';
import { fieldPath, formatPath } from '../hl7/path.js';

/** What a row of a Then table says about one field. */
export interface FieldExpectation {
  /** `OBX-5`, `PV1-3.2`, `OBX[2]-5[1].1`; 1-based. */
  readonly path: string;
  /** The text, or one of the words `present`, `absent`, `null`, or `/a regular expression/`. */
  readonly expected: string;
}

/** The rows of a Then table: path and expected text. */
export function fieldRows(rows: readonly (readonly string[])[]): readonly FieldExpectation[] {
  return rows.map(([path = '', expected = '']) => ({ path, expected }));
}

export interface FieldDifference {
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
}

const DELIMITER = /[\^~&]/;

/**
 * The rows that the message does not meet. A whole field whose expected text has delimiters is compared as sent
 * (`DOE^JOHN`); a component is one text, so there `&` and `~` are characters like any other.
 */
export function differences(message: Message, fields: readonly FieldExpectation[]): readonly FieldDifference[] {
  return fields.flatMap(({ path, expected }) => {
    const actual = read(message, path, expected);
    if (meets(actual, expected)) return [];
    return [{ path: formatPath(fieldPath(path)), expected, actual: actual === undefined ? 'nothing' : `"${actual}"` }];
  });
}

function read(message: Message, path: string, expected: string): string | undefined {
  const isWholeField = fieldPath(path).component === undefined;
  const text = isWholeField && DELIMITER.test(expected) ? message.rawText(path) : message.get(path);
  return text === '' ? undefined : text;
}

function meets(actual: string | undefined, expected: string): boolean {
  if (expected === 'present') return actual !== undefined;
  if (expected === 'absent') return actual === undefined;
  if (expected === 'null') return actual === '""';
  const pattern = /^\/(.*)\/$/.exec(expected)?.[1];
  if (pattern !== undefined) return actual !== undefined && new RegExp(pattern, 'u').test(actual);
  return actual === expected;
}

/** `OBX-5: expected 4.1, actual "6.1"`, a line each. */
export function describeDifferences(found: readonly FieldDifference[]): string {
  return found.map(({ path, expected, actual }) => `  ${path}: expected ${expected}, actual ${actual}`).join('\n');
}
