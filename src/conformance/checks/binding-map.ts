import type { CompiledBinding, CompiledSingleCode } from '../plan/binding.js';
import type { ValidationPlan } from '../plan/plan.js';
import type { DefinitionRules } from '../plan/rules.js';
import { concernedDefinitions } from './concerned-definitions.js';

/** Where in a plan there is anything to check about codes: asked at every node, so numbers in flat arrays. */
export interface BindingMap {
  /** By definition: HERE, BELOW. */
  readonly definitions: Uint8Array;
  /** By definition; undefined where it has no bindings. */
  readonly places: readonly (BoundPlaces | undefined)[];
  /** How many bindings there are in all. */
  readonly count: number;
  /** By element: 1 where its usage is X or W. */
  readonly forbidden: Uint8Array;
}

/** The bindings of a definition by where their targets begin. */
export interface BoundPlaces {
  /** Of the element itself. */
  readonly own: readonly BoundTarget[];
  /** By the position of the child in which the target is. */
  readonly below: readonly (readonly BoundTarget[] | undefined)[];
  readonly singleCodes: readonly CompiledSingleCode[];
}

export interface BoundTarget {
  readonly binding: CompiledBinding;
  /** Its number among all bindings of the plan. */
  readonly index: number;
  /** Every child at the position is a target, as nearly always: they need not be looked for. */
  readonly isEach: boolean;
}

const maps = new WeakMap<ValidationPlan, BindingMap>();

/** Made with the first message of a plan. */
export function bindingMap(plan: ValidationPlan): BindingMap {
  const known = maps.get(plan) ?? makeMap(plan);
  maps.set(plan, known);
  return known;
}

function makeMap(plan: ValidationPlan): BindingMap {
  const isBound = ({ bindings, singleCodes }: DefinitionRules) => bindings.length + singleCodes.length > 0;
  let count = 0;
  const places = plan.definitions.map(({ rules }) => {
    const bound = rules?.bindings.map((binding) => ({ binding, index: count++, isEach: isEach(binding) }));
    return rules && placesOf(rules, bound ?? []);
  });
  return {
    definitions: concernedDefinitions(plan, isBound),
    places,
    count,
    forbidden: Uint8Array.from(plan.elements, ({ usage }) => Number(usage === 'X' || usage === 'W')),
  };
}

function placesOf({ singleCodes }: DefinitionRules, bound: readonly BoundTarget[]): BoundPlaces {
  const positions = bound.map(({ binding }) => binding.target[0]?.position ?? 0);
  const at = (position: number) => bound.filter((_, one) => positions[one] === position);
  const below = Array.from({ length: Math.max(0, ...positions) + 1 }, (_, position) => {
    const here = position === 0 ? [] : at(position);
    return here.length === 0 ? undefined : here;
  });
  return { own: at(0), below, singleCodes };
}

function isEach({ target: [step, ...rest] }: CompiledBinding): boolean {
  return rest.length === 0 && step?.instance === '*';
}
