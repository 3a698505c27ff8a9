import type { CompiledBinding } from '../plan/binding.js';
import type { DefinitionPlan, ValidationPlan } from '../plan/plan.js';
import type { CompiledSlicing } from '../plan/slicing.js';

/** The definition has bindings or single codes itself. */
export const BOUND = 1;
/** A definition that may hold inside of it has some. */
export const BOUND_BELOW = 2;

/** Where in a plan there is anything to check about codes: asked at every node, so numbers in flat arrays. */
export interface BindingMap {
  /** By definition: BOUND, BOUND_BELOW. */
  readonly definitions: Uint8Array;
  /** By definition; undefined where it has no bindings. */
  readonly places: readonly (BoundPlaces | undefined)[];
  /** By element: 1 where its usage is X or W. */
  readonly forbidden: Uint8Array;
}

/** The bindings of a definition by where their targets begin. */
export interface BoundPlaces {
  /** Of the element itself. */
  readonly own: readonly CompiledBinding[];
  /** By the position of the child in which the target is. */
  readonly below: readonly (readonly CompiledBinding[] | undefined)[];
}

export const NOWHERE: BoundPlaces = { own: [], below: [] };

const maps = new WeakMap<ValidationPlan, BindingMap>();

/** Made with the first message of a plan. */
export function bindingMap(plan: ValidationPlan): BindingMap {
  const known = maps.get(plan) ?? makeMap(plan);
  maps.set(plan, known);
  return known;
}

function makeMap({ definitions, elements }: ValidationPlan): BindingMap {
  const bits = new Uint8Array(definitions.length);
  for (const { index, rules } of definitions) {
    if (rules !== undefined && rules.bindings.length + rules.singleCodes.length > 0) bits[index] = BOUND;
  }
  // Upwards, as often as definitions are nested.
  const inside = definitions.map(definitionsIn);
  let isGrowing = true;
  while (isGrowing) {
    isGrowing = false;
    for (const { index } of definitions) {
      if (((bits[index] ?? 0) & BOUND_BELOW) !== 0 || !inside[index]?.some((one) => bits[one] !== 0)) continue;
      bits[index] = (bits[index] ?? 0) | BOUND_BELOW;
      isGrowing = true;
    }
  }
  return {
    definitions: bits,
    places: definitions.map(({ rules }) => rules && placesOf(rules.bindings)),
    forbidden: Uint8Array.from(elements, ({ usage }) => Number(usage === 'X' || usage === 'W')),
  };
}

function placesOf(bindings: readonly CompiledBinding[]): BoundPlaces {
  const own = bindings.filter(({ target }) => target.length === 0);
  const below: CompiledBinding[][] = [];
  for (const binding of bindings) {
    const [step] = binding.target;
    if (step === undefined) continue;
    const same = below[step.position] ?? [];
    below[step.position] = [...same, binding];
  }
  return { own, below };
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
