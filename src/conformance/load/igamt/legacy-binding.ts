import type { Attached, Attachment } from '../../model/rule.js';
import type { BindingStrength, CodeLocation, ValueSetBinding } from '../../model/value-set.js';
import { attribute, oneOf, optional } from '../xml/attributes.js';
import { placeOf, type Reading, refuse } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { splitList } from './split-list.js';

export const STRENGTHS: readonly BindingStrength[] = ['R', 'S', 'U'];

/** `1`, `1:4`, `1:4:10`; older tools wrote `1 xor 4`. */
const LOCATION = /^\s*\d+(?:\s*(?::|xor)\s*\d+)*\s*$/;

/** Names of the data types whose code has its code system two components further on. */
const CODED = /^C[WN]?E$/;

/**
 * The value set binding that old-style profiles state in the field or component itself, as a rule of the segment or data type
 * around it. So both generations end in one list, and where a profile has both, both hold, as for the reference:
 * - target: every occurrence of the element, `5[*]`;
 * - `Binding="A:B"` binds both sets; no strength is none;
 * - no `BindingLocation`: the element itself is the code. `1:4`: either component may hold it, with its code system two
 *   components on (`3`, `6`) where the data type is CE, CWE or CNE by name, and with none elsewhere.
 */
export function legacyBinding(
  reading: Reading,
  element: XmlElement,
  on: Attachment,
  position: number,
  datatypeName: string,
): Attached<ValueSetBinding> | undefined {
  const ids = optional(element, 'Binding');
  if (ids === undefined) return undefined;
  const strength = oneOf(reading, element, 'BindingStrength', STRENGTHS);
  const rule: ValueSetBinding = {
    target: `${position}[*]`,
    ...(strength === undefined ? {} : { strength }),
    locations: legacyLocations(reading, element, CODED.test(datatypeName)),
    sets: splitList(ids, ':'),
    place: placeOf(reading, element),
  };
  return { on, rule };
}

function legacyLocations(reading: Reading, element: XmlElement, isCoded: boolean): readonly CodeLocation[] {
  const text = optional(element, 'BindingLocation');
  if (text === undefined) return [{ code: '.' }];
  const positions = readBindingLocation(text);
  if (positions === undefined) {
    const message = `BindingLocation="${attribute(element, 'BindingLocation')}" is no list of components`;
    refuse(
      reading,
      element,
      'bad-binding-location',
      message,
      'Write the components that may hold the code: 1, or 1:4.',
    );
    return [];
  }
  return positions.map((position) => codeAt(position, isCoded));
}

/** The components that a BindingLocation names; undefined where it is malformed. */
export function readBindingLocation(text: string): readonly number[] | undefined {
  return LOCATION.test(text) ? text.match(/\d+/g)?.map(Number) : undefined;
}

export function codeAt(position: number, hasSystem: boolean): CodeLocation {
  return hasSystem ? { code: `${position}[1]`, system: `${position + 2}[1]` } : { code: `${position}[1]` };
}
