import type { ElementPlan, MappingPlan, SegmentPlan } from '../plan/plan.js';
import type { InstanceTree } from './instance-tree.js';

/**
 * Which data type the field has in this segment: OBX-5 by OBX-2. `plan.unresolved` where the keys select nothing, the
 * element's own type where it is not mapped or a key reaches into nothing.
 */
export function selectedDefinition(
  tree: InstanceTree,
  segmentNode: number,
  segment: SegmentPlan,
  element: ElementPlan,
  isShallow: boolean,
): number {
  const mapping = mappingAt(segment, element.position);
  if (mapping === undefined) return element.definition;
  if (mapping.reference === undefined) return tree.plan.unresolved;
  const first = keyAt(tree, segmentNode, mapping.reference, isShallow);
  if (first === undefined) return element.definition;
  return selected(tree, segmentNode, mapping, first, isShallow) ?? element.definition;
}

/** Asked for every field of the segment: a loop, since most segments with mappings have one. */
function mappingAt({ mappings }: SegmentPlan, position: number): MappingPlan | undefined {
  for (const mapping of mappings) if (mapping.position === position) return mapping;
  return undefined;
}

function selected(
  tree: InstanceTree,
  segmentNode: number,
  mapping: MappingPlan,
  first: string,
  isShallow: boolean,
): number | undefined {
  const { cases, secondReference } = mapping;
  const byFirst = cases.get(first) ?? tree.plan.unresolved;
  if (secondReference === undefined) return byFirst;
  const second = keyAt(tree, segmentNode, secondReference, isShallow);
  if (second === undefined) return undefined;
  return cases.get(second === '' ? first : `${first}\n${second}`) ?? byFirst;
}

/** The text of the key, '' where it is empty; undefined where a path into components finds nothing to look into. */
function keyAt(
  tree: InstanceTree,
  segmentNode: number,
  path: readonly number[],
  isShallow: boolean,
): string | undefined {
  const { delimiters } = tree;
  const [field = 1, component, subcomponent] = path;
  const whole = fieldAt(tree, segmentNode, field);
  if (component === undefined) return whole ?? '';
  const part = whole?.split(delimiters.component)[component - 1];
  if (whole === undefined || subcomponent === undefined) return whole === undefined ? undefined : (part ?? '');
  if (isShallow) return part;
  return part?.split(delimiters.subcomponent)[subcomponent - 1] ?? '';
}

/** The whole field with all its repetitions; undefined behind the last one that has content. */
function fieldAt(tree: InstanceTree, segmentNode: number, field: number): string | undefined {
  const { text } = tree;
  const end = tree.end[segmentNode] ?? 0;
  const separator = tree.delimiters.field.charCodeAt(0);
  let at = (tree.start[segmentNode] ?? 0) + 4;
  for (let position = 1; position < field && at <= end; position++) at = separatorAt(text, at, end, separator) + 1;
  const close = separatorAt(text, at, end, separator);
  if (close > at) return text.slice(at, close);
  let rest = close;
  while (rest < end && text.charCodeAt(rest) === separator) rest++;
  return rest < end ? '' : undefined;
}

function separatorAt(text: string, from: number, end: number, separator: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) !== separator) at++;
  return at;
}
