import type { ElementDefinition } from '../../model/structure.js';
import { attribute, badNumber, range } from '../xml/attributes.js';
import type { Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';

type Lengths = Pick<ElementDefinition, 'minLength' | 'maxLength' | 'confLength'>;

/** What tools write where there is no length. */
const NONE = new Set(['', '0', 'NA', '*']);
const WHOLE = /^\d{1,9}$/;

/** `Length`, the maximum; or NIST's MinLength and MaxLength, and ConformanceLength. */
export function readLength(reading: Reading, element: XmlElement): Lengths {
  const conformance = attribute(element, 'ConformanceLength').trim();
  const confLength = /^\d+[=#]?$/.test(conformance) ? { confLength: conformance } : {};
  if (WHOLE.test(attribute(element, 'MinLength'))) {
    const bounds = range(reading, element, 'MinLength', 'MaxLength');
    return bounds === undefined ? confLength : { minLength: bounds.min, maxLength: bounds.max, ...confLength };
  }
  return { ...readMaximum(reading, element), ...confLength };
}

function readMaximum(reading: Reading, element: XmlElement): Lengths {
  for (const name of ['MaxLength', 'Length']) {
    const text = attribute(element, name).trim();
    if (NONE.has(text)) continue;
    // Nothing is shorter than one character.
    if (WHOLE.test(text)) return { minLength: 1, maxLength: Number(text) };
    badNumber(reading, element, name, text, 'Write a number of characters, or leave it out.');
  }
  return {};
}
