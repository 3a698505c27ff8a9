import type { DefinitionPlan, ValidationPlan } from '../plan/plan.js';

/** A value: the data type is primitive. */
export const VALUE = 0;
/** Nothing tells the data type. */
export const UNKNOWN = 1;
/** Components or subcomponents. */
export const PARTS = 2;
/** The fields of a segment. */
export const FIELDS = 3;
/** Segments and groups. */
export const SEGMENTS = 4;

/**
 * What is inside of each definition of a plan, by its index: one of the numbers above. It is asked of every node by every check,
 * and a number costs a tenth of what two properties of an object of three shapes do.
 */
export function insides({ definitions }: ValidationPlan): Uint8Array {
  return Uint8Array.from(definitions, insideOf);
}

function insideOf(definition: DefinitionPlan): number {
  if (definition.kind === 'group') return SEGMENTS;
  if (definition.kind === 'segment') return FIELDS;
  if (definition.of === 'primitive') return VALUE;
  return definition.of === 'composite' ? PARTS : UNKNOWN;
}
