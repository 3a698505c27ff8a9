import type { ElementDefinition } from '../../model/structure.js';
import { attribute, given, optional, range, required } from '../xml/attributes.js';
import { doubt, placeOf, type Reading } from '../xml/reading.js';
import { readUsage } from '../xml/usage.js';
import type { XmlElement } from '../xml/xml-element.js';

/**
 * A `<Field>` of a segment or a `<Component>` of a data type. Its value set binding is read apart, by legacy-binding.ts.
 * `position` is 1-based.
 */
export function readElement(reading: Reading, element: XmlElement, position: number): ElementDefinition {
  const cardinality = element.name === 'Field' ? range(reading, element, 'Min', 'Max') : undefined;
  const isHidden = attribute(element, 'Hide').toLowerCase() === 'true';
  return {
    position,
    name: attribute(element, 'Name'),
    ...readUsage(reading, element),
    ...(cardinality === undefined ? {} : { cardinality }),
    datatype: required(reading, element, 'Datatype'),
    ...readLength(reading, element),
    ...readConformanceLength(reading, element),
    ...given(element, 'ConstantValue', 'constant'),
    ...given(element, 'ItemNo', 'itemNo'),
    ...(isHidden ? { hide: true } : {}),
    place: placeOf(reading, element),
  };
}

type Length = Pick<ElementDefinition, 'minLength' | 'maxLength'>;

const NUMBER = /^\d+$/;

/**
 * A length holds where MinLength is a number and MaxLength a number or `*`; in every other case, `NA` above all, the reference
 * has none, and neither have we.
 */
function readLength(reading: Reading, element: XmlElement): Length {
  const low = attribute(element, 'MinLength');
  const high = attribute(element, 'MaxLength');
  if (NUMBER.test(low) && high === '') return { minLength: Number(low), maxLength: Number.POSITIVE_INFINITY };
  if (NUMBER.test(low) && (NUMBER.test(high) || high === '*')) {
    const bounds = range(reading, element, 'MinLength', 'MaxLength');
    return bounds === undefined ? {} : { minLength: bounds.min, maxLength: bounds.max };
  }
  for (const [name, text] of Object.entries({ MinLength: low, MaxLength: high })) {
    if (text === '' || text === 'NA' || text === '*' || NUMBER.test(text)) continue;
    ignored(reading, element, name, text, 'a number, or NA');
  }
  if (NUMBER.test(high)) ignored(reading, element, 'MaxLength', high, 'a number in MinLength too');
  return {};
}

const CONFORMANCE_LENGTH = /^\d+[=#]?$/;

/** `NA` states none. */
function readConformanceLength(reading: Reading, element: XmlElement): { confLength?: string } {
  const text = optional(element, 'ConfLength');
  if (text === undefined || text === 'NA') return {};
  if (CONFORMANCE_LENGTH.test(text)) return { confLength: text };
  ignored(
    reading,
    element,
    'ConfLength',
    text,
    'a number, with = or # where truncation is forbidden or allowed, or NA',
  );
  return {};
}

function ignored(reading: Reading, element: XmlElement, name: string, text: string, expected: string): void {
  const message = `${name}="${text}" of <${element.name}> ${attribute(element, 'Name')} has no effect`;
  doubt(reading, element, 'ignored-length', message, `Write ${expected}.`);
}
