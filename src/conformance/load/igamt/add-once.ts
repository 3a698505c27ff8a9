import type { SourcePlace } from '../../model/source-place.js';
import { type Reading, refuse } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';

/** Adds a definition under its id; a second one of the same id is an error. One without id was named already. */
export function addOnce<Definition extends { readonly id: string; readonly place?: SourcePlace }>(
  reading: Reading,
  element: XmlElement,
  definitions: Map<string, Definition>,
  definition: Definition,
): void {
  if (definition.id === '') return;
  const known = definitions.get(definition.id);
  if (known === undefined) {
    definitions.set(definition.id, definition);
    return;
  }
  const message = `the id ${definition.id} is taken by the <${element.name}> in line ${known.place?.line}`;
  refuse(reading, element, 'duplicate-id', message, 'Give one of them another id, or take it out.');
}
