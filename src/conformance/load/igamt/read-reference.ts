import type { Reference } from '../../model/rule.js';
import { given } from '../xml/attributes.js';
import { firstChild } from '../xml/children.js';
import type { XmlElement } from '../xml/xml-element.js';

/** Where a rule comes from, if it says so. `GeneratedBy` and `TestDataCategorization` make it a check of test data. */
export function readReference(rule: XmlElement): { reference?: Reference } {
  const element = firstChild(rule, 'Reference');
  if (element === undefined) return {};
  const reference: Reference = {
    ...given(element, 'Chapter', 'chapter'),
    ...given(element, 'Section', 'section'),
    ...given(element, 'Page', 'page'),
    ...given(element, 'URL', 'url'),
    ...given(element, 'Source', 'source'),
    ...given(element, 'GeneratedBy', 'generatedBy'),
    ...given(element, 'ReferencePath', 'referencePath'),
    ...given(element, 'TestDataCategorization', 'testDataCategorization'),
  };
  return { reference };
}
