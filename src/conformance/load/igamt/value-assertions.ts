import type { Assertion, ComparisonMode, ComparisonOperator } from '../../model/assertion.js';
import { attribute, badNumber, flag, oneOf, optional, required } from '../xml/attributes.js';
import { doubt, type Reading, refuse } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';
import { readPath, readQuantity, readSubContextQuantity, readWhenAbsent } from './assertion-quantity.js';
import { readValueSetAssertion } from './read-value-set-assertion.js';
import { splitList } from './split-list.js';

type ReadAssertion = (reading: Reading, element: XmlElement) => Assertion | undefined;

const OPERATORS: readonly ComparisonOperator[] = ['EQ', 'NE', 'GT', 'LT', 'GE', 'LE'];

const byName: Readonly<Record<string, ReadAssertion>> = {
  Presence: (reading, element) => ({ kind: 'presence', path: readPath(reading, element) }),
  PlainText: (reading, element) => ({
    kind: 'plain-text',
    ...onValues(reading, element),
    text: attribute(element, 'Text'),
    ignoreCase: flag(reading, element, 'IgnoreCase') ?? false,
  }),
  /** The key of a legacy co-constraint; unlike PlainText it ignores case where nothing is said. */
  PlainCoConstraint: (reading, element) => ({
    kind: 'plain-text',
    ...onValues(reading, element, 'KeyPath'),
    text: attribute(element, 'KeyValue'),
    ignoreCase: flag(reading, element, 'IgnoreCase') ?? true,
  }),
  Format: (reading, element) => ({
    kind: 'format',
    ...onValues(reading, element),
    regex: attribute(element, 'Regex'),
  }),
  StringList: (reading, element) => {
    const ignoreCase = flag(reading, element, 'IgnoreCase');
    return {
      kind: 'string-list',
      ...onValues(reading, element),
      values: splitList(attribute(element, 'CSV'), ','),
      ...(ignoreCase === undefined ? {} : { ignoreCase }),
    };
  },
  NumberList: readNumberList,
  SimpleValue: readSimpleValue,
  PathValue: readPathValue,
  ComplexPathValue: (reading, element) => {
    const operator = readOperator(reading, element);
    return (
      operator && {
        kind: 'complex-path-value',
        ...twoPaths(reading, element),
        operator,
        strict: flag(reading, element, 'Strict') ?? true,
        ...readWhenAbsent(reading, element),
      }
    );
  },
  StringFormat: readStringFormat,
  ValueSet: readValueSetAssertion,
  SetID: (reading, element) => ({ kind: 'set-id', path: readPath(reading, element) }),
  IZSetID: (reading, element) => ({
    kind: 'iz-set-id',
    parent: readPath(reading, element, 'Parent'),
    element: readPath(reading, element, 'Element'),
  }),
  isNULL: (reading, element) => ({ kind: 'is-null', path: readPath(reading, element) }),
  Plugin: (reading, element) => plugin(element, required(reading, element, 'QualifiedClassName'), 'QualifiedClassName'),
};

/** Assertions about values at a path, by the name of their element. SubContext takes the assertion that it contains. */
export const VALUE_ASSERTIONS = { byName, subContext: readSubContext };

function onValues(reading: Reading, element: XmlElement, path = 'Path') {
  return {
    path: readPath(reading, element, path),
    ...readQuantity(reading, element),
    ...readWhenAbsent(reading, element),
  };
}

function readSubContext(reading: Reading, element: XmlElement, of: Assertion | undefined): Assertion | undefined {
  if (of === undefined) return undefined;
  const path = readPath(reading, element);
  const quantity = readSubContextQuantity(reading, element);
  return { kind: 'sub-context', path, assertion: of, ...quantity, ...readWhenAbsent(reading, element) };
}

/** What Java reads as a double, as far as a person would write it. */
const NUMBER = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$/;

function readNumberList(reading: Reading, element: XmlElement): Assertion {
  const values = splitList(attribute(element, 'CSV'), ',');
  for (const value of values) {
    if (!NUMBER.test(value))
      badNumber(reading, element, 'CSV', value, 'Write numbers with commas between them: 1,2.5.');
  }
  return { kind: 'number-list', ...onValues(reading, element), values };
}

function readSimpleValue(reading: Reading, element: XmlElement): Assertion | undefined {
  const operator = readOperator(reading, element);
  const type = oneOf(reading, element, 'Type', ['String', 'Number', 'DateTime'] as const) ?? 'String';
  if (operator === undefined) return undefined;
  const value = attribute(element, 'Value');
  return {
    kind: 'simple-value',
    ...onValues(reading, element),
    operator,
    value,
    type,
    ...comparison(reading, element),
  };
}

function readPathValue(reading: Reading, element: XmlElement): Assertion | undefined {
  const operator = readOperator(reading, element);
  if (operator === undefined) return undefined;
  const path1Mode = readMode(reading, element, 'Path1Mode');
  const path2Mode = readMode(reading, element, 'Path2Mode');
  return {
    kind: 'path-value',
    ...twoPaths(reading, element),
    operator,
    ...(path1Mode === undefined ? {} : { path1Mode }),
    ...(path2Mode === undefined ? {} : { path2Mode }),
    ...comparison(reading, element),
    ...readWhenAbsent(reading, element),
  };
}

function twoPaths(reading: Reading, element: XmlElement) {
  return { path1: readPath(reading, element, 'Path1'), path2: readPath(reading, element, 'Path2') };
}

function comparison(reading: Reading, element: XmlElement) {
  const truncated = flag(reading, element, 'Truncated');
  const identicalEquality = flag(reading, element, 'IdenticalEquality');
  return {
    ...(truncated === undefined ? {} : { truncated }),
    ...(identicalEquality === undefined ? {} : { identicalEquality }),
  };
}

function readOperator(reading: Reading, element: XmlElement): ComparisonOperator | undefined {
  required(reading, element, 'Operator');
  return oneOf(reading, element, 'Operator', OPERATORS);
}

function readMode(reading: Reading, element: XmlElement, name: string): ComparisonMode | undefined {
  const text = optional(element, name);
  if (text === undefined || text === 'All' || text === 'AtLeastOne') return text;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const message = `${name}="${text}" of <${element.name}> says no number of values`;
  refuse(reading, element, 'bad-value', message, 'Write All, AtLeastOne or a number.');
  return undefined;
}

/** For an unknown format the reference is inconclusive when a message comes; as a plug-in that nobody has it is so for us. */
function readStringFormat(reading: Reading, element: XmlElement): Assertion {
  const format = attribute(element, 'Format');
  if (format === 'LOINC' || format === 'SNOMED')
    return { kind: 'string-format', ...onValues(reading, element), format };
  doubt(reading, element, 'unknown-format', `Format="${format}" cannot be executed`, 'Write LOINC or SNOMED.');
  return plugin(element, `StringFormat ${format}`, 'Format');
}

function plugin(element: XmlElement, name: string, nameAttribute: string): Assertion {
  const { [nameAttribute]: _, ...parameters } = element.attributes;
  return { kind: 'plugin', name, parameters };
}
