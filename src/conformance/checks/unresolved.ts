import type { Examination } from '../examination.js';
import { IS_NULL, IS_UNRESOLVED, NONE } from '../instance/instance-tree.js';
import { definitionOf, elementOf, firstAt, nextAt } from '../instance/navigate.js';
import { placeOf } from '../instance/place.js';
import { rawValue } from '../instance/value.js';
import type { DefinitionPlan, MappingPlan } from '../plan/plan.js';

/** A field whose type another field should tell, and does not. */
export function checkUnresolved(x: Examination, node: number): void {
  const { tree } = x;
  if (((tree.flags[node] ?? 0) & IS_UNRESOLVED) === 0) return;
  const segment = tree.parent[node] ?? NONE;
  const mapping = mappingAt(definitionOf(tree, segment), tree.position[node] ?? 0);
  const key = firstAt(tree, segment, mapping?.reference?.[0] ?? NONE);
  const name = elementOf(tree, node)?.name ?? 'the field';
  const teller = `${definitionOf(tree, segment).name}-${mapping?.reference?.join('.') ?? '?'}`;
  x.report.add({
    code: 'field-type-unresolved',
    place: placeOf(tree, node),
    message: `${teller} tells no data type for ${name}, so that it cannot be judged`,
    expected: [...(mapping?.cases.keys() ?? [])].join(', '),
    actual: key === NONE ? '' : rawValue(tree, key),
  });
}

function mappingAt(definition: DefinitionPlan, position: number): MappingPlan | undefined {
  if (definition.kind !== 'segment') return undefined;
  return definition.mappings.find((mapping) => mapping.position === position);
}

/** Which type each mapped field has. Told only on request. */
export function noteSelectedTypes(x: Examination, segment: number): void {
  const definition = definitionOf(x.tree, segment);
  if (definition.kind !== 'segment' || definition.mappings.length === 0 || !x.report.wants('field-type-selected'))
    return;
  for (const { position } of definition.mappings) noteTypesAt(x, segment, position);
}

/** For the reference a repetition without components or type undoes what it noted about those before. */
function noteTypesAt({ tree, report, mode }: Examination, segment: number, position: number): void {
  const before = report.count;
  for (let node = firstAt(tree, segment, position); node !== NONE; node = nextAt(tree, node)) {
    const isJudged = ((tree.flags[node] ?? 0) & (IS_UNRESOLVED | IS_NULL)) === 0;
    const message = `the data type ${definitionOf(tree, node).id} holds here, as another field tells`;
    if (isJudged) report.add({ code: 'field-type-selected', place: placeOf(tree, node), message });
    else if (mode.quirks.nullRepetitionForgets) report.forgetSince(before);
  }
}
