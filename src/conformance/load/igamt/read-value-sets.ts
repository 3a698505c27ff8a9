import type { Code, ValueSet } from '../../model/value-set.js';
import { attribute, given, oneOf, optional, required } from '../xml/attributes.js';
import { childrenNamed, onlySection, textOf, warnOfOthers } from '../xml/children.js';
import { doubt, placeOf, type Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';

/** A library that grows while the files of a profile are read. */
export interface GrowingLibrary {
  readonly sets: Map<string, ValueSet>;
  readonly excluded: Set<string>;
}

/** `<ValueSetLibrary>`. Of several definitions of one id the last counts, as for the reference. */
export function readValueSets(reading: Reading, root: XmlElement, library: GrowingLibrary): void {
  warnOfOthers(reading, root, 'MetaData', 'NoValidation', 'ValueSetDefinitions');
  for (const id of childrenNamed(onlySection(reading, root, 'NoValidation'), 'BindingIdentifier')) {
    library.excluded.add(textOf(id));
  }
  for (const group of childrenNamed(root, 'ValueSetDefinitions')) {
    warnOfOthers(reading, group, 'ValueSetDefinition');
    for (const element of childrenNamed(group, 'ValueSetDefinition')) addSet(reading, element, library);
  }
}

function addSet(reading: Reading, element: XmlElement, library: GrowingLibrary): void {
  const set = readValueSet(reading, element);
  const known = library.sets.get(set.id);
  if (known !== undefined) {
    const message = `the value set ${set.id} replaces the one in ${known.place?.file}, line ${known.place?.line}`;
    doubt(reading, element, 'duplicate-value-set', message, 'Keep one of them, or give one another identifier.');
  }
  library.sets.set(set.id, set);
}

function readValueSet(reading: Reading, element: XmlElement): ValueSet {
  const stability = oneOf(reading, element, 'Stability', ['Static', 'Dynamic', 'Undefined'] as const);
  const extensibility = oneOf(reading, element, 'Extensibility', ['Open', 'Closed', 'Undefined'] as const);
  const contentDefinition = readContentDefinition(element);
  warnOfOthers(reading, element, 'ValueElement');
  return {
    id: required(reading, element, 'BindingIdentifier'),
    name: attribute(element, 'Name'),
    ...given(element, 'Oid', 'oid'),
    ...given(element, 'Version', 'version'),
    ...(stability === undefined ? {} : { stability }),
    ...(extensibility === undefined ? {} : { extensibility }),
    ...(contentDefinition === undefined ? {} : { contentDefinition }),
    ...given(element, 'NoCodeDisplayText', 'noCodeText'),
    codes: childrenNamed(element, 'ValueElement').map((child) => readCode(reading, child)),
    place: placeOf(reading, element),
  };
}

/** For information only, and the schema itself writes one of the words in small letters. */
function readContentDefinition(element: XmlElement): ValueSet['contentDefinition'] {
  const text = attribute(element, 'ContentDefinition').toLowerCase();
  return (['Extensional', 'Intensional', 'Undefined'] as const).find((known) => known.toLowerCase() === text);
}

function readCode(reading: Reading, element: XmlElement): Code {
  const usage = optional(element, 'Usage') ?? 'R';
  const isKnown = usage === 'R' || usage === 'P' || usage === 'E';
  if (!isKnown) {
    const message = `Usage="${usage}" of the code ${attribute(element, 'Value')} is no usage of a code`;
    doubt(reading, element, 'bad-code-usage', message, 'Write R (required), P (permitted) or E (excluded).');
  }
  return {
    value: attribute(element, 'Value'),
    text: attribute(element, 'DisplayName'),
    system: attribute(element, 'CodeSystem'),
    ...(isKnown ? { usage } : {}),
    ...given(element, 'CodePattern', 'pattern'),
  };
}
