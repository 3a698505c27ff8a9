import type { CoConstraintCell } from '../../model/co-constraint.js';
import { attribute, given, required, wholeNumber } from '../xml/attributes.js';
import { childrenNamed, warnOfOthers } from '../xml/children.js';
import type { Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { readBinding } from './read-bindings.js';

/** The cells of `<Selectors>` or `<Constraints>`: texts, then codes, then value sets, as the reference has them. */
export function readCells(reading: Reading, holder: XmlElement | undefined): readonly CoConstraintCell[] {
  if (holder === undefined) return [];
  warnOfOthers(reading, holder, 'PlainText', 'Code', 'ValueSet');
  return [
    ...childrenNamed(holder, 'PlainText').map((cell) => readText(reading, cell)),
    ...childrenNamed(holder, 'Code').map((cell) => readCode(reading, cell)),
    ...childrenNamed(holder, 'ValueSet').map((cell) => readValueSet(reading, cell)),
  ];
}

function readText(reading: Reading, element: XmlElement): CoConstraintCell {
  return { kind: 'plain-text', ...heading(reading, element), value: attribute(element, 'Value') };
}

function readCode(reading: Reading, element: XmlElement): CoConstraintCell {
  return {
    kind: 'code',
    ...heading(reading, element),
    code: attribute(element, 'Code'),
    system: attribute(element, 'CodeSystem'),
    locations: childrenNamed(element, 'BindingLocation').map((location) => ({
      code: required(reading, location, 'CodePath'),
      ...given(location, 'CodeSystemPath', 'system'),
      position: wholeNumber(reading, location, 'Position') ?? 0,
    })),
  };
}

function readValueSet(reading: Reading, element: XmlElement): CoConstraintCell {
  const bindings = childrenNamed(element, 'ValueSetBinding').map((binding) => readBinding(reading, binding));
  return { kind: 'value-set', ...heading(reading, element), bindings };
}

function heading(reading: Reading, element: XmlElement) {
  return { path: required(reading, element, 'Path'), name: attribute(element, 'Name') };
}
