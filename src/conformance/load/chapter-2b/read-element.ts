import type { DynamicMapping, ElementDefinition } from '../../model/structure.js';
import type { Cardinality } from '../../model/usage.js';
import { attribute, badNumber, given, optional } from '../xml/attributes.js';
import { childrenNamed, firstChild, textOf, warnOfOthers } from '../xml/children.js';
import { doubt, placeOf, type Reading, refuse } from '../xml/reading.js';
import { readUsage, type StatedUsage } from '../xml/usage.js';
import type { XmlElement } from '../xml/xml-element.js';
import { datatypeKind } from './datatype-name.js';
import type { DefinitionPool } from './definition-pool.js';
import { type Lineage, stepTo } from './lineage.js';
import { type PendingRule, rulesAbove, rulesHere } from './pending-rule.js';
import { readLength } from './read-length.js';
import { readRules } from './read-rules.js';
import { tableBinding } from './table-binding.js';

/** What the readers of a static definition share. */
export interface StaticReading extends Reading {
  readonly pool: DefinitionPool;
  /** Of the groups so far. */
  readonly groupIds: Set<string>;
  /** The standard's data types, put into the pool on first use. */
  standardTypes(): DynamicMapping['cases'];
}

/** Something read, and the rules that belong to what is around it. */
export interface WithRules<Value> {
  readonly value: Value;
  readonly rules: readonly PendingRule[];
}

/** Elements that say something about their parent. */
export const ABOUT = ['ImpNote', 'Description', 'Reference', 'Predicate', 'ConformanceStatement'] as const;

/** `<Field>`, `<Component>` or `<SubComponent>`, with the data type that is written out in it. */
export function readElement(
  reading: StaticReading,
  element: XmlElement,
  position: number,
  above: Lineage,
): WithRules<ElementDefinition> {
  warnOfOthers(reading, element, ...ABOUT, 'DataValues', 'Component', 'SubComponent');
  const stated = readUsageTolerantly(reading, element);
  const cardinality = element.name === 'Field' ? readCardinality(reading, element, stated) : undefined;
  const lineage = [...above, stepTo(position, (cardinality?.max ?? 1) > 1)];
  const { value: datatype, rules } = readDatatype(reading, element, lineage, stated);
  const kind = datatypeKind(attribute(element, 'Datatype'));
  const value: ElementDefinition = {
    position,
    name: attribute(element, 'Name').trim(),
    ...stated,
    ...(cardinality === undefined ? {} : { cardinality }),
    datatype,
    ...readLength(reading, element),
    ...given(element, 'ConstantValue', 'constant'),
    ...given(element, 'ItemNo', 'itemNo'),
    ...readNotes(element),
    ...readExamples(element),
    place: placeOf(reading, element),
  };
  const hasComponents = componentsOf(element).length > 0;
  return {
    value,
    rules: [...rulesAbove(rules), ...rulesAbove(tableBinding(reading, element, position, kind, hasComponents))],
  };
}

/** The id of the definition that the element's components make. */
function readDatatype(
  reading: StaticReading,
  element: XmlElement,
  lineage: Lineage,
  stated: StatedUsage,
): WithRules<string> {
  const flavour = attribute(element, 'Datatype').trim();
  if (flavour === '') {
    const message = `<${element.name}> ${attribute(element, 'Name')} has no Datatype`;
    doubt(reading, element, 'missing-attribute', `${message}; it is taken as ST`, 'Give it the attribute Datatype.');
  }
  const kind = datatypeKind(flavour === '' ? 'ST' : flavour);
  const parts = componentsOf(element).map((child, i) => readElement(reading, child, i + 1, lineage));
  const rules = [
    ...readRules(reading, { element, lineage, stated, varies: kind.varies }),
    ...parts.flatMap((part) => part.rules),
  ];
  const definition = {
    name: kind.name,
    description: '',
    components: parts.map(({ value }) => value),
    // What is inside a composite, the profile leaves open where it lists nothing.
    ...(parts.length === 0 && !kind.isPrimitive ? { varies: true } : {}),
    place: placeOf(reading, element),
  };
  return { value: reading.pool.addDatatype(flavour || kind.name, definition, rulesHere(rules)), rules };
}

function componentsOf(element: XmlElement): readonly XmlElement[] {
  if (element.name === 'Field') return childrenNamed(element, 'Component');
  return element.name === 'Component' ? childrenNamed(element, 'SubComponent') : [];
}

/** Tools write nothing for what is optional. */
export function readUsageTolerantly(reading: Reading, element: XmlElement): StatedUsage {
  if (optional(element, 'Usage')?.trim()) return readUsage(reading, element);
  const message = `<${element.name}> ${attribute(element, 'Name')} has no Usage; it is taken as O`;
  doubt(reading, element, 'missing-attribute', message, 'Give it the attribute Usage.');
  return { usage: 'O' };
}

const WHOLE = /^\d{1,9}$/;

/** Where nothing is said: at least one if it is required, and one at most. */
export function readCardinality(reading: Reading, element: XmlElement, { usage }: StatedUsage): Cardinality {
  const bound = (name: string, otherwise: number): number => {
    const text = attribute(element, name).trim();
    if (text === '') return otherwise;
    if (name === 'Max' && text === '*') return Number.POSITIVE_INFINITY;
    if (!WHOLE.test(text)) badNumber(reading, element, name, text, 'Write a whole number; Max may be *.');
    return WHOLE.test(text) ? Number(text) : otherwise;
  };
  const min = bound('Min', usage === 'R' ? 1 : 0);
  const max = bound('Max', 1);
  if (min <= max) return { min, max };
  // What is not supported may state any numbers: tools keep those of the standard.
  if (usage === 'X') return { min: 0, max };
  if (optional(element, 'Max') === undefined) return { min, max: min };
  const message = `Min="${min}" of <${element.name}> ${attribute(element, 'Name')} is more than Max="${max}"`;
  refuse(reading, element, 'min-above-max', message, 'Lower Min or raise Max.');
  return { min, max: min };
}

/** What people wrote about this very element. */
export function readNotes(element: XmlElement): { description?: string } {
  const texts = ['Description', 'ImpNote', 'Reference'].map((name) => textOf(firstChild(element, name)));
  const description = texts.filter((text) => text !== '').join('\n');
  return description === '' ? {} : { description };
}

function readExamples(element: XmlElement): { examples?: readonly string[] } {
  const examples = childrenNamed(element, 'DataValues').flatMap((child) => optional(child, 'ExValue') ?? []);
  return examples.length === 0 ? {} : { examples };
}
