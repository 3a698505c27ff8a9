import type { Assertion } from '../../model/assertion.js';
import type { BindingStrength } from '../../model/value-set.js';
import { attribute, optional, required } from '../xml/attributes.js';
import { doubt, type Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { readPath, readWhenAbsent } from './assertion-quantity.js';
import { codeAt, readBindingLocation, STRENGTHS } from './legacy-binding.js';

/**
 * The assertion that a value is in a set. As for the reference, a strength or location that is absent or malformed counts as R
 * and component 1. Each location has a code system two components on; elements that are not coded have no use for it.
 */
export function readValueSetAssertion(reading: Reading, element: XmlElement): Assertion {
  return {
    kind: 'value-set',
    path: readPath(reading, element),
    valueSet: required(reading, element, 'ValueSetID'),
    strength: readStrength(reading, element),
    locations: readPositions(reading, element).map((position) => codeAt(position, true)),
    ...readWhenAbsent(reading, element),
  };
}

function readStrength(reading: Reading, element: XmlElement): BindingStrength {
  const text = attribute(element, 'BindingStrength');
  const strength = STRENGTHS.find((known) => known === text);
  if (strength !== undefined) return strength;
  doubt(reading, element, 'ignored-value', `BindingStrength="${text}" counts as R`, 'Write R, S or U.');
  return 'R';
}

function readPositions(reading: Reading, element: XmlElement): readonly number[] {
  const text = optional(element, 'BindingLocation') ?? '';
  const positions = readBindingLocation(text);
  if (positions !== undefined && positions.length <= 2) return positions;
  doubt(reading, element, 'ignored-value', `BindingLocation="${text}" counts as 1`, 'Write 1, or 1:4.');
  return [1];
}
