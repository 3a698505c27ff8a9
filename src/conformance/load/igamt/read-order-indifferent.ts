import type { OrderIndifferentContext, OrderIndifferentPattern } from '../../model/rule.js';
import { required, wholeNumber } from '../xml/attributes.js';
import { firstChild, requiredChild, textOf, warnOfOthers } from '../xml/children.js';
import { placeOf, type Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { readOnlyAssertion } from './read-assertion.js';
import { readStatement } from './read-statement.js';

/** Every child of `<OrderIndifferent>` or `<Contexts>` is a context, every child of a context a pattern, whatever its name. */
export function readOrderIndifferent(
  reading: Reading,
  section: XmlElement | undefined,
): readonly OrderIndifferentContext[] {
  return (section?.children ?? []).map((element) => ({
    path: required(reading, element, 'List'),
    patterns: element.children.flatMap((child) => readPattern(reading, child) ?? []),
    place: placeOf(reading, element),
  }));
}

function readPattern(reading: Reading, element: XmlElement): OrderIndifferentPattern | undefined {
  warnOfOthers(reading, element, 'Trigger', 'Constraints', 'Contexts');
  const trigger = requiredChild(reading, element, 'Trigger');
  const holder = trigger === undefined ? undefined : requiredChild(reading, trigger, 'Assertion');
  const assertion = holder === undefined ? undefined : readOnlyAssertion(reading, holder);
  if (assertion === undefined) return undefined;
  const constraints = firstChild(element, 'Constraints')?.children ?? [];
  return {
    cardinality: wholeNumber(reading, element, 'Cardinality') ?? 1,
    triggerMessage: textOf(firstChild(trigger, 'ErrorMessage')),
    trigger: assertion,
    constraints: constraints.flatMap((child) => readStatement(reading, child) ?? []),
    contexts: readOrderIndifferent(reading, firstChild(element, 'Contexts')),
  };
}
