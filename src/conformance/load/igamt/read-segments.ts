import type { DatatypeDefinition, DynamicMapping, SegmentDefinition } from '../../model/structure.js';
import { attribute, given, required, requiredNumber } from '../xml/attributes.js';
import { childrenNamed, onlySection, requiredChild, warnOfOthers } from '../xml/children.js';
import { placeOf, type Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { addOnce } from './add-once.js';
import { checkDatatype } from './dangling.js';
import { readElement } from './read-element.js';

type Datatypes = ReadonlyMap<string, DatatypeDefinition>;

/** `<Segments>`, by id. `datatypes` are all that there are. */
export function readSegments(reading: Reading, root: XmlElement, datatypes: Datatypes): Map<string, SegmentDefinition> {
  const segments = new Map<string, SegmentDefinition>();
  const section = requiredChild(reading, root, 'Segments');
  if (section === undefined) return segments;
  warnOfOthers(reading, section, 'Segment');
  for (const element of childrenNamed(section, 'Segment')) {
    addOnce(reading, element, segments, readSegment(reading, element, datatypes));
  }
  return segments;
}

function readSegment(reading: Reading, element: XmlElement, datatypes: Datatypes): SegmentDefinition {
  warnOfOthers(reading, element, 'Field', 'DynamicMapping');
  return {
    id: required(reading, element, 'ID'),
    name: required(reading, element, 'Name'),
    description: attribute(element, 'Description'),
    ...given(element, 'Version', 'version'),
    fields: childrenNamed(element, 'Field').map((child, i) => readElement(reading, child, i + 1)),
    mappings: readMappings(reading, element, datatypes),
    place: placeOf(reading, element),
  };
}

function readMappings(reading: Reading, segment: XmlElement, datatypes: Datatypes): readonly DynamicMapping[] {
  const section = onlySection(reading, segment, 'DynamicMapping');
  if (section === undefined) return [];
  warnOfOthers(reading, section, 'Mapping');
  return childrenNamed(section, 'Mapping').map((mapping) => readMapping(reading, mapping, datatypes));
}

function readMapping(reading: Reading, element: XmlElement, datatypes: Datatypes): DynamicMapping {
  warnOfOthers(reading, element, 'Case');
  return {
    position: requiredNumber(reading, element, 'Position'),
    ...given(element, 'Reference', 'reference'),
    ...given(element, 'SecondReference', 'secondReference'),
    cases: childrenNamed(element, 'Case').map((child) => readCase(reading, child, datatypes)),
  };
}

function readCase(reading: Reading, element: XmlElement, datatypes: Datatypes): DynamicMapping['cases'][number] {
  const datatype = required(reading, element, 'Datatype');
  checkDatatype(datatype, datatypes, placeOf(reading, element), reading.defects);
  return { value: attribute(element, 'Value'), ...given(element, 'SecondValue', 'second'), datatype };
}
