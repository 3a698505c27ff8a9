import type { ConformanceStatement } from '../../model/rule.js';
import { attribute, oneOfIfKnown } from '../xml/attributes.js';
import { firstChild, requiredChild, textOf, warnOfOthers } from '../xml/children.js';
import { placeOf, type Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { readOnlyAssertion } from './read-assertion.js';
import { readReference } from './read-reference.js';

/** `<Constraint>`, a conformance statement. */
export function readStatement(reading: Reading, element: XmlElement): ConformanceStatement | undefined {
  warnOfOthers(reading, element, 'Reference', 'Description', 'Assertion');
  const holder = requiredChild(reading, element, 'Assertion');
  const assertion = holder === undefined ? undefined : readOnlyAssertion(reading, holder);
  if (assertion === undefined) return undefined;
  const strength = oneOfIfKnown(reading, element, 'Strength', ['SHALL', 'SHOULD'] as const);
  const classification = oneOfIfKnown(reading, element, 'Classification', ['W', 'A'] as const);
  return {
    kind: 'statement',
    id: attribute(element, 'ID'),
    description: textOf(firstChild(element, 'Description')),
    ...readReference(element),
    ...(strength === undefined ? {} : { strength }),
    ...(classification === undefined ? {} : { classification }),
    assertion,
    place: placeOf(reading, element),
  };
}
