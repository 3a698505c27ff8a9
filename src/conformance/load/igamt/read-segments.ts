import type { DynamicMapping, SegmentDefinition } from '../../model/structure.js';
import { attribute, given, required, wholeNumber } from '../xml/attributes.js';
import { childrenNamed, onlySection, requiredChild, warnOfOthers } from '../xml/children.js';
import { placeOf, type Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { addOnce } from './add-once.js';
import { readElement } from './read-element.js';

/** `<Segments>`, by id. */
export function readSegments(reading: Reading, root: XmlElement): Map<string, SegmentDefinition> {
  const segments = new Map<string, SegmentDefinition>();
  const section = requiredChild(reading, root, 'Segments');
  if (section === undefined) return segments;
  warnOfOthers(reading, section, 'Segment');
  for (const element of childrenNamed(section, 'Segment')) {
    addOnce(reading, element, segments, readSegment(reading, element));
  }
  return segments;
}

function readSegment(reading: Reading, element: XmlElement): SegmentDefinition {
  warnOfOthers(reading, element, 'Field', 'DynamicMapping');
  return {
    id: required(reading, element, 'ID'),
    name: required(reading, element, 'Name'),
    description: attribute(element, 'Description'),
    ...given(element, 'Version', 'version'),
    fields: childrenNamed(element, 'Field').map((child, i) => readElement(reading, child, i + 1)),
    mappings: readMappings(reading, element),
    place: placeOf(reading, element),
  };
}

function readMappings(reading: Reading, segment: XmlElement): readonly DynamicMapping[] {
  const section = onlySection(reading, segment, 'DynamicMapping');
  if (section === undefined) return [];
  warnOfOthers(reading, section, 'Mapping');
  return childrenNamed(section, 'Mapping').map((mapping) => readMapping(reading, mapping));
}

function readMapping(reading: Reading, element: XmlElement): DynamicMapping {
  warnOfOthers(reading, element, 'Case');
  required(reading, element, 'Position');
  return {
    position: wholeNumber(reading, element, 'Position') ?? 0,
    ...given(element, 'Reference', 'reference'),
    ...given(element, 'SecondReference', 'secondReference'),
    cases: childrenNamed(element, 'Case').map((child) => ({
      value: attribute(child, 'Value'),
      ...given(child, 'SecondValue', 'second'),
      datatype: required(reading, child, 'Datatype'),
    })),
  };
}
