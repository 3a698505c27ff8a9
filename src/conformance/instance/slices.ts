import { evaluate } from '../assertions/evaluate.js';
import type { Examination } from '../examination.js';
import type { DefinitionPlan, SegmentPlan } from '../plan/plan.js';
import type { CompiledSlicing, SlicingPlan } from '../plan/slicing.js';
import type { FindingCode } from '../report/finding-codes.js';
import type { FieldBuilder } from './field-builder.js';
import { COUNTS_ANEW, GROUP, type InstanceTree, NONE } from './instance-tree.js';
import { definitionOf } from './navigate.js';
import { placeOf } from './place.js';

/**
 * Gives occurrences of sliced segments and fields the flavour of the first slice that fits, and builds what is in them
 * again. The nodes from before stay behind in the arrays, linked to nothing.
 */
export function applySlices(x: Examination, builder: FieldBuilder): void {
  sliceSegments(x, builder, 0);
}

/** All segments of a group before anything deeper, as the conditions of the slices see them unsliced. */
function sliceSegments(x: Examination, builder: FieldBuilder, group: number): void {
  const { tree } = x;
  const definition = definitionOf(tree, group);
  if (definition.kind === 'group' && definition.slicing !== undefined) {
    for (const child of childrenOf(tree, group)) sliceSegment(x, builder, child, definition.slicing);
  }
  for (const child of childrenOf(tree, group)) {
    if (tree.kind[child] === GROUP) sliceSegments(x, builder, child);
    else sliceFields(x, builder, child);
  }
}

function sliceSegment(x: Examination, builder: FieldBuilder, node: number, plan: SlicingPlan): void {
  const { tree } = x;
  const slicing = plan.get(tree.position[node] ?? NONE);
  if (slicing === undefined) return;
  if (tree.kind[node] === GROUP) {
    note(x, 'slice-on-group', node, 'slicing of segments is defined on a group');
    return;
  }
  const flavour = flavourOf(x, node, slicing);
  if (flavour?.kind !== 'segment') return;
  if (flavour.name === definitionOf(tree, node).name) rebuildSegment(x, builder, node, flavour);
  else note(x, 'slice-unfit', node, `the slice's flavour ${flavour.id} is of segment ${flavour.name}`);
}

function rebuildSegment({ tree, mode }: Examination, builder: FieldBuilder, node: number, flavour: SegmentPlan): void {
  tree.clear(node);
  tree.definition[node] = flavour.index;
  if (mode.quirks.slicedCountAnew) tree.flags[node] = COUNTS_ANEW;
  builder.buildSegment(node, flavour);
}

function sliceFields(x: Examination, builder: FieldBuilder, segment: number): void {
  const { tree } = x;
  const definition = definitionOf(tree, segment);
  if (definition.kind !== 'segment' || definition.slicing === undefined) return;
  for (const field of childrenOf(tree, segment)) {
    const slicing = definition.slicing.get(tree.position[field] ?? NONE);
    const flavour = slicing === undefined ? undefined : flavourOf(x, field, slicing);
    if (flavour?.kind !== 'datatype') continue;
    tree.clear(field);
    tree.definition[field] = flavour.index;
    builder.buildField(field);
  }
}

/** The definition of the first slice that fits; undefined where none does. */
function flavourOf(x: Examination, node: number, slicing: CompiledSlicing): DefinitionPlan | undefined {
  const index = slicing.kind === 'occurrence' ? byOccurrence(x, node, slicing) : byAssertion(x, node, slicing);
  const flavour = x.tree.plan.definitions[index];
  const name = flavour?.id ?? definitionOf(x.tree, node).id;
  if (flavour === undefined) note(x, 'slice-unmatched', node, `no slice fits; ${name} holds`);
  else note(x, 'slice-matched', node, `${name} holds here`);
  return flavour;
}

function byOccurrence({ tree }: Examination, node: number, slicing: CompiledSlicing & { kind: 'occurrence' }): number {
  const fitting = slicing.slices.find(({ occurrence }) => occurrence === tree.instance[node]);
  return fitting?.definition ?? NONE;
}

function byAssertion(x: Examination, node: number, slicing: CompiledSlicing & { kind: 'assertion' }): number {
  for (const { assertion, definition, description } of slicing.slices) {
    const { kind } = evaluate(x, node, assertion);
    if (kind === 'pass') return definition;
    if (kind === 'inconclusive') {
      note(x, 'slice-undecided', node, `whether the element belongs to the slice "${description}" cannot be decided`);
    }
  }
  return NONE;
}

function note(x: Examination, code: FindingCode, node: number, message: string): void {
  if (x.report.wants(code)) x.report.add({ code, place: placeOf(x.tree, node), message });
}

function childrenOf(tree: InstanceTree, node: number): readonly number[] {
  const children: number[] = [];
  for (let child = tree.firstChild[node] ?? NONE; child !== NONE; child = tree.next[child] ?? NONE)
    children.push(child);
  return children;
}
