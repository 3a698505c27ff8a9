import type { CompiledBinding } from '../plan/binding.js';
import type { CompiledCell } from '../plan/co-constraint.js';
import { type CellContext, tellCell } from './co-constraint-context.js';
import { isAboutProfile, saysFound, saysUndecidable, type ValueSetDetection } from './value-set-detection.js';
import { judgeElement } from './value-set-judgement.js';
import { judgeOneByOne } from './value-set-one-by-one.js';
import { setNames } from './value-set-sentences.js';
import { tellDetection, valueSetDraft } from './value-set-words.js';

type ValueSetCell = Extract<CompiledCell, { kind: 'value-set' }>;

interface Said {
  readonly detection: ValueSetDetection;
  readonly binding: CompiledBinding;
}

/** A cell that demands a code of a value set; any of its bindings will do. */
export function checkValueSetCell(context: CellContext, nodes: readonly number[], cell: ValueSetCell): void {
  if (nodes.length === 0) return;
  if (context.x.mode.quirks.codesOneByOne) checkOneByOne(context, nodes, cell);
  else for (const node of nodes) checkElement(context, node, cell);
}

/** One finding an element: the first binding's, where none is met. What the profile lacks is told where it decides. */
function checkElement(context: CellContext, node: number, cell: ValueSetCell): void {
  const { x } = context;
  const judged = cell.bindings.map((binding) => ({ binding, judgement: judgeElement(x, node, binding) }));
  if (judged.some(({ judgement }) => judgement.outcome === 'right' || judgement.outcome === 'absent')) return;
  for (const { binding, judgement } of judged) {
    const fault = judgement.detections.find((detection) => !isAboutProfile(detection));
    if (judgement.outcome !== 'wrong' || fault === undefined) continue;
    const { place, message, expected, actual } = valueSetDraft(x, fault, binding);
    x.report.add({
      code: 'co-constraint-value-set',
      place,
      message: `${context.row.description}: ${cell.name} must be a code of ${setNames(binding.sets)}: ${message}`,
      rule: context.row.description,
      expected,
      actual,
    });
    return;
  }
  tellProfile(
    context,
    judged.flatMap(({ binding, judgement }) => judgement.detections.map((detection) => ({ detection, binding }))),
  );
}

/** Everything that the value set check says, each as it decides on the cell: members, else what is undecidable, else the rest. */
function checkOneByOne(context: CellContext, nodes: readonly number[], cell: ValueSetCell): void {
  const { x, segment } = context;
  const said = cell.bindings.flatMap((binding) =>
    judgeOneByOne(x, nodes, binding).map((detection): Said => ({ detection, binding })),
  );
  const found = said.filter(({ detection }) => saysFound(detection));
  const undecidable = said.filter(({ detection }) => saysUndecidable(detection));
  const must = `${cell.name} must be a code of ${setNames(cell.bindings.flatMap(({ sets }) => sets))}`;
  if (found.length > 0) {
    for (const { detection } of found) tellCell(context, 'co-constraint-met', detection.node, must);
    tellProfile(context, found);
  } else if (undecidable.length > 0) {
    for (const _ of undecidable) tellCell(context, 'co-constraint-binding', segment, `${must}: it cannot be looked up`);
    tellProfile(context, undecidable);
  } else {
    for (const _ of said) tellCell(context, 'co-constraint-value-set', segment, must);
    tellProfile(context, said);
  }
}

function tellProfile({ x }: CellContext, said: readonly Said[]): void {
  for (const { detection, binding } of said) tellDetection(x, detection, binding, 'content');
}
