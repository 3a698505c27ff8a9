import type { ProfilePath } from '../model/profile-path.js';
import type { DefinitionPlan, ElementPlan } from './plan.js';

/** Indices of the elements whose usage some predicate decides. */
export function decidedElements(definitions: readonly DefinitionPlan[]): ReadonlySet<number> {
  const decided = new Set<number>();
  for (const definition of definitions) {
    for (const { target } of definition.rules?.predicates ?? []) {
      for (const { index } of elementsAt(definitions, [definition], target)) decided.add(index);
    }
  }
  return decided;
}

/** The elements at the end of a path, over all alternatives of choices; none where the path leads nowhere. */
function elementsAt(
  definitions: readonly DefinitionPlan[],
  from: readonly DefinitionPlan[],
  path: ProfilePath,
): readonly ElementPlan[] {
  const [step, ...rest] = path;
  if (step === undefined) return [];
  const elements = from.flatMap(({ children }) => children.filter(({ position }) => position === step.position));
  if (rest.length === 0) return elements;
  const inside = elements.flatMap(({ definition }) => insideOf(definitions, definition));
  return elementsAt(definitions, inside, rest);
}

/** A choice has no level of its own: its alternatives are what the path enters. */
function insideOf(definitions: readonly DefinitionPlan[], index: number): readonly DefinitionPlan[] {
  const definition = definitions[index];
  if (definition === undefined) return [];
  if (definition.kind !== 'group' || definition.of !== 'choice') return [definition];
  return definition.children.flatMap((alternative) => insideOf(definitions, alternative.definition));
}
