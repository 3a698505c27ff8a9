import type { SourcePlace } from '../../model/source-place.js';
import type { ElementDefinition } from '../../model/structure.js';
import type { Cardinality, Usage } from '../../model/usage.js';
import type { DraftNode } from './draft/draft-node.js';
import type { WrittenElement } from './element-shape.js';

/** What a field or component becomes by what is written about it. Value sets and rules are kept elsewhere. */
export function changedElement(
  element: ElementDefinition,
  written: WrittenElement,
  place: SourcePlace,
): ElementDefinition {
  const { usage, cardinality, name, datatype, constant, text, requirement, itemNo, hide, examples } = written;
  const { outcome: _o, minLength: _i, maxLength: _a, confLength: _c, ...rest } = element;
  const { outcome } = element;
  return {
    ...rest,
    ...(usage ?? { usage: element.usage, ...(outcome && { outcome }) }),
    ...lengthsOf(element, written),
    ...(element.cardinality && { cardinality: cardinality ?? follow(element.cardinality, usage?.usage) }),
    ...(name !== undefined && { name }),
    ...(datatype !== undefined && { datatype }),
    ...(constant !== undefined && { constant }),
    ...(text !== undefined && { description: text }),
    ...(requirement !== undefined && { requirement }),
    ...(itemNo !== undefined && { itemNo }),
    ...(hide !== undefined && { hide }),
    ...(examples !== undefined && { examples }),
    place,
  };
}

/** An element has a length or a conformance length: who gives one takes the other away. */
function lengthsOf(element: ElementDefinition, { length, confLength }: WrittenElement) {
  const { minLength, maxLength, confLength: inherited } = element;
  if (length !== undefined || confLength !== undefined) {
    return { ...length, ...(confLength !== undefined && { confLength }) };
  }
  return {
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(inherited !== undefined && { confLength: inherited }),
  };
}

/** The same for a segment or group in its place. */
export function changeNode(node: DraftNode, written: WrittenElement, place: SourcePlace): void {
  node.place = place;
  const { usage, cardinality, text, requirement, segment } = written;
  node.cardinality = cardinality ?? follow(node.cardinality, usage?.usage);
  if (usage !== undefined) {
    node.usage = usage.usage;
    delete node.outcome;
    if (usage.outcome !== undefined) node.outcome = usage.outcome;
  }
  if (text !== undefined) node.description = text;
  if (requirement !== undefined) node.requirement = requirement;
  if (segment !== undefined) node.ref = segment;
}

/** Who says R and no cardinality means at least once; who says X means never. */
function follow(cardinality: Cardinality, usage: Usage | undefined): Cardinality {
  switch (usage) {
    case undefined:
      return cardinality;
    case 'R':
      return { min: Math.max(1, cardinality.min), max: Math.max(1, cardinality.max) };
    case 'X':
      return { min: 0, max: 0 };
    default:
      return { min: 0, max: Math.max(1, cardinality.max) };
  }
}
