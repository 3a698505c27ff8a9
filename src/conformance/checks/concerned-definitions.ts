import type { DefinitionPlan, ValidationPlan } from '../plan/plan.js';
import type { DefinitionRules } from '../plan/rules.js';
import type { CompiledSlicing } from '../plan/slicing.js';

/** The definition itself has rules of the kind. */
export const HERE = 1;
/** A definition that may hold inside of it has some. */
export const BELOW = 2;

/** By the index of a definition, where in a plan there are rules of some kind: HERE, BELOW. Asked at every node, so numbers. */
export function concernedDefinitions(
  { definitions }: ValidationPlan,
  isConcerned: (rules: DefinitionRules) => boolean,
): Uint8Array {
  const bits = Uint8Array.from(definitions, ({ rules }) => (rules !== undefined && isConcerned(rules) ? HERE : 0));
  // Upwards, as often as definitions are nested.
  const inside = definitions.map(definitionsIn);
  let isGrowing = true;
  while (isGrowing) {
    isGrowing = false;
    for (const { index } of definitions) {
      if (((bits[index] ?? 0) & BELOW) !== 0 || !inside[index]?.some((one) => bits[one] !== 0)) continue;
      bits[index] = (bits[index] ?? 0) | BELOW;
      isGrowing = true;
    }
  }
  return bits;
}

/** The definitions of its children, and those that slices and mappings put in their place. */
function definitionsIn(definition: DefinitionPlan): readonly number[] {
  const children = definition.children.map((child) => child.definition);
  if (definition.kind === 'datatype') return children;
  const sliced = [...(definition.slicing?.values() ?? [])].flatMap(flavours);
  const mapped = definition.kind === 'segment' ? definition.mappings.flatMap(({ cases }) => [...cases.values()]) : [];
  return [...children, ...sliced, ...mapped];
}

function flavours({ slices }: CompiledSlicing): readonly number[] {
  return slices.map(({ definition }) => definition);
}
