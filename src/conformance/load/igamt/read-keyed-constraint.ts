import type { KeyedConstraint } from '../../model/rule.js';
import { childrenNamed, firstChild, requiredChild, textOf, warnOfOthers } from '../xml/children.js';
import { placeOf, type Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { readAssertion } from './read-assertion.js';

/** A legacy `<CoConstraint>` of Constraints.xml: where the key of a `<PlainCoConstraint>` holds, what it contains must hold. */
export function readKeyedConstraint(reading: Reading, element: XmlElement): KeyedConstraint | undefined {
  warnOfOthers(reading, element, 'Description', 'Comments', 'Assertion');
  const holder = requiredChild(reading, element, 'Assertion');
  if (holder === undefined) return undefined;
  warnOfOthers(reading, holder, 'PlainCoConstraint');
  return {
    kind: 'keyed',
    description: textOf(firstChild(element, 'Description')),
    entries: childrenNamed(holder, 'PlainCoConstraint').flatMap((entry) => readEntry(reading, entry) ?? []),
    place: placeOf(reading, element),
  };
}

function readEntry(reading: Reading, element: XmlElement): KeyedConstraint['entries'][number] | undefined {
  const key = readAssertion(reading, element);
  const assertions = element.children.flatMap((child) => readAssertion(reading, child) ?? []);
  return key === undefined ? undefined : { key, assertions };
}
