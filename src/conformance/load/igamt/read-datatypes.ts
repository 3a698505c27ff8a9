import type { DatatypeDefinition } from '../../model/structure.js';
import { attribute, given, required } from '../xml/attributes.js';
import { childrenNamed, requiredChild, warnOfOthers } from '../xml/children.js';
import { placeOf, type Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { addOnce } from './add-once.js';
import { readElement } from './read-element.js';

/** `<Datatypes>`, by id. */
export function readDatatypes(reading: Reading, root: XmlElement): Map<string, DatatypeDefinition> {
  const datatypes = new Map<string, DatatypeDefinition>();
  const section = requiredChild(reading, root, 'Datatypes');
  if (section === undefined) return datatypes;
  warnOfOthers(reading, section, 'Datatype');
  for (const element of childrenNamed(section, 'Datatype')) {
    addOnce(reading, element, datatypes, readDatatype(reading, element));
  }
  return datatypes;
}

/** What NIST's tools call a type that another field tells. */
const VARIES = /^varies$/i;

function readDatatype(reading: Reading, element: XmlElement): DatatypeDefinition {
  warnOfOthers(reading, element, 'Component');
  const name = attribute(element, 'Name');
  const components = childrenNamed(element, 'Component').map((child, i) => readElement(reading, child, i + 1));
  return {
    id: required(reading, element, 'ID'),
    name,
    description: attribute(element, 'Description'),
    ...given(element, 'Version', 'version'),
    components,
    ...(components.length === 0 && VARIES.test(name) ? { varies: true } : {}),
    place: placeOf(reading, element),
  };
}
