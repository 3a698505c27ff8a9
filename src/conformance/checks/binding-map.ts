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
  /** By element: 1 where its usage is X or W. */
  readonly forbidden: Uint8Array;
}

/** The bindings of a definition by where their targets begin. */
export interface BoundPlaces {
  /** Of the element itself. */
  readonly own: readonly CompiledBinding[];
  /** By the position of the child in which the target is. */
  readonly below: readonly (readonly BoundChild[] | undefined)[];
  readonly singleCodes: readonly CompiledSingleCode[];
}

export interface BoundChild {
  readonly binding: CompiledBinding;
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
  return {
    definitions: concernedDefinitions(plan, isBound),
    places: plan.definitions.map(({ rules }) => rules && placesOf(rules)),
    forbidden: Uint8Array.from(plan.elements, ({ usage }) => Number(usage === 'X' || usage === 'W')),
  };
}

function placesOf({ bindings, singleCodes }: DefinitionRules): BoundPlaces {
  const own = bindings.filter(({ target }) => target.length === 0);
  const last = Math.max(0, ...bindings.map(({ target }) => target[0]?.position ?? 0));
  const below = Array.from({ length: last + 1 }, (_, position) => boundAt(bindings, position));
  return { own, below, singleCodes };
}

function boundAt(bindings: readonly CompiledBinding[], position: number): readonly BoundChild[] | undefined {
  const bound = bindings.filter(({ target: [step] }) => step?.position === position);
  return bound.length === 0 ? undefined : bound.map((binding) => ({ binding, isEach: isEach(binding) }));
}

function isEach({ target: [step, ...rest] }: CompiledBinding): boolean {
  return rest.length === 0 && step?.instance === '*';
}
