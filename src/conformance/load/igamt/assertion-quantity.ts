import type { Quantity, WhenAbsent } from '../../model/assertion.js';
import { attribute, flag, optional, range } from '../xml/attributes.js';
import { doubt, type Reading, refuse } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';

/** A path as written. What is in it, the compiler reads: a path that leads nowhere is a matter of the whole profile. */
export function readPath(reading: Reading, element: XmlElement, name = 'Path'): string {
  const path = attribute(element, name);
  if (path === '') {
    const message = `<${element.name}> has no ${name}: it can never be decided`;
    doubt(reading, element, 'missing-path', message, `Give it ${name}="5[1].1[1]", or "." for the element itself.`);
  }
  return path;
}

/** How many of the values must fulfil the assertion: AtLeastOnce, or Min and Max. */
export function readQuantity(reading: Reading, element: XmlElement): Quantity {
  const atLeastOnce = flag(reading, element, 'AtLeastOnce');
  if (optional(element, 'Min') === undefined) return atLeastOnce === undefined ? {} : { atLeastOnce };
  if (atLeastOnce !== undefined) {
    const message = `<${element.name}> states both AtLeastOnce and Min`;
    refuse(reading, element, 'contradicting-quantity', message, 'Keep AtLeastOnce, or Min and Max.');
  }
  return range(reading, element, 'Min', 'Max') ?? {};
}

/** Both may be stated; the message then shows the contradiction. */
export function readSubContextQuantity(reading: Reading, element: XmlElement): Quantity {
  const atLeastOnce = flag(reading, element, 'AtLeastOnce');
  const bounds = range(reading, element, 'MinOccurrence', 'MaxOccurrence');
  return { ...(atLeastOnce === undefined ? {} : { atLeastOnce }), ...bounds };
}

const WHEN_ABSENT: readonly WhenAbsent[] = ['PASS', 'FAIL', 'INCONCLUSIVE'];

export function readWhenAbsent(reading: Reading, element: XmlElement): { whenAbsent?: WhenAbsent } {
  const text = optional(element, 'NotPresentBehavior');
  if (text === undefined) return {};
  const whenAbsent = WHEN_ABSENT.find((known) => known === text.toUpperCase());
  if (whenAbsent !== undefined) return { whenAbsent };
  const message = `NotPresentBehavior="${text}" of <${element.name}> is not known`;
  refuse(reading, element, 'bad-value', message, `Write one of ${WHEN_ABSENT.join(', ')}.`);
  return {};
}
