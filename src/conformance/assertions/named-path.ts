import { type InstanceTree, SEGMENT } from '../instance/instance-tree.js';
import { definitionOf } from '../instance/navigate.js';
import { pathOf } from '../instance/place.js';
import type { CompiledPath } from '../plan/compiled-assertion.js';
import type { DefinitionPlan, ElementPlan } from '../plan/plan.js';

/** The path as a person names it: from the message or a group `PID-5.1`, from a segment `PID[1]-5.1`. */
export function namedPath(tree: InstanceTree, from: number, { steps, text }: CompiledPath): string {
  if (steps === undefined) return text;
  let definition: DefinitionPlan | undefined = definitionOf(tree, from);
  let name = steps.length === 0 || (tree.kind[from] ?? 0) >= SEGMENT ? pathOf(tree, from) : '';
  for (const { position, instance } of steps) {
    const occurrence: string = instance === '*' || instance === 1 ? '' : `[${instance}]`;
    const element: ElementPlan | undefined = definition?.children.find((child) => child.position === position);
    if (definition?.kind === 'group') name = `${element?.name ?? position}${occurrence}`;
    else name += definition?.kind === 'segment' ? `-${position}${occurrence}` : `.${position}`;
    definition = element === undefined ? undefined : tree.plan.definitions[element.definition];
  }
  return name;
}
