import { attribute, required } from '../xml/attributes.js';
import { childrenNamed, warnOfOthers } from '../xml/children.js';
import { placeOf } from '../xml/reading.js';
import type { StatedUsage } from '../xml/usage.js';
import type { XmlElement } from '../xml/xml-element.js';
import type { Lineage } from './lineage.js';
import { rulesAbove, rulesHere } from './pending-rule.js';
import { ABOUT, readElement, type StaticReading, type WithRules } from './read-element.js';
import { readRules } from './read-rules.js';
import { toldMappings } from './told-mappings.js';

/** The definition that a `<Segment>` writes out; gives its id. */
export function readSegment(
  reading: StaticReading,
  element: XmlElement,
  lineage: Lineage,
  stated: StatedUsage,
): WithRules<string> {
  warnOfOthers(reading, element, ...ABOUT, 'Field');
  const fields = childrenNamed(element, 'Field').map((child, i) => readElement(reading, child, i + 1, lineage));
  const rules = [...readRules(reading, { element, lineage, stated }), ...fields.flatMap((field) => field.rules)];
  const name = required(reading, element, 'Name').trim();
  const definition = {
    name,
    description: attribute(element, 'LongName').trim(),
    fields: fields.map(({ value }) => value),
    mappings: toldMappings(
      reading,
      name,
      fields.map(({ value }) => value),
    ),
    place: placeOf(reading, element),
  };
  return { value: reading.pool.addSegment(definition, rulesHere(rules)), rules: rulesAbove(rules) };
}
