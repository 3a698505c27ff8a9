import type { Attached } from '../../../model/rule.js';
import type { SlicingContext } from '../../../model/slicing.js';
import type { ElementDefinition } from '../../../model/structure.js';
import { type DraftNode, groupAround, positionOf } from './draft-node.js';
import type { ProfileDraft } from './profile-draft.js';
import { innerOf, qualifiedName, type Spot } from './spot.js';

/** A definition that can be changed without touching any place but those that were asked for. */
export interface Owner {
  readonly kind: 'segment' | 'datatype';
  readonly id: string;
}

/**
 * The definitions at the end of the spots' common inner way: the segments at the spots, or the data types of the fields or
 * components `inner` in them. Where others use one of them too, a flavour is made for these spots, with its own copy of the
 * rules: `NTE@ORDER.NTE`, `HD@PID-3.4`.
 */
export function ownDefinitions(
  draft: ProfileDraft,
  spots: readonly Spot[],
  inner: readonly number[],
): readonly Owner[] {
  let owners = startOf(draft, spots);
  inner.forEach((position, index) => {
    owners = owners.flatMap((owner) => ownDatatype(draft, owner, position, inner.slice(0, index + 1)) ?? []);
  });
  return owners;
}

export function elementsOf(draft: ProfileDraft, owner: Owner): readonly ElementDefinition[] {
  if (owner.kind === 'segment') return draft.segments.get(owner.id)?.fields ?? [];
  return draft.datatypes.get(owner.id)?.components ?? [];
}

export function replaceElement(
  draft: ProfileDraft,
  owner: Owner,
  position: number,
  change: (element: ElementDefinition) => ElementDefinition,
): void {
  const elements = elementsOf(draft, owner).map((element) =>
    element.position === position ? change(element) : element,
  );
  if (owner.kind === 'segment') {
    const segment = draft.segments.get(owner.id);
    if (segment !== undefined) draft.segments.set(owner.id, { ...segment, fields: elements });
    return;
  }
  const datatype = draft.datatypes.get(owner.id);
  if (datatype !== undefined) draft.datatypes.set(owner.id, { ...datatype, components: elements });
}

function startOf(draft: ProfileDraft, spots: readonly Spot[]): readonly Owner[] {
  const nodes: DraftNode[] = [];
  const owners: Owner[] = [];
  for (const spot of spots) {
    const last = spot[spot.length - innerOf(spot).length - 1];
    if (last?.kind === 'definition') owners.push({ kind: last.of, id: last.id });
    if (last?.kind === 'structure' && last.node.kind === 'segment') nodes.push(last.node);
  }
  return [...owners, ...ownSegments(draft, nodes)];
}

function ownSegments(draft: ProfileDraft, nodes: readonly DraftNode[]): readonly Owner[] {
  const used = new Set(nodes.flatMap((node) => segmentsAt(draft, node)));
  const chosen = new Set(nodes);
  const elsewhere = new Set<string>();
  for (const node of draft.segmentNodes()) {
    if (chosen.has(node)) continue;
    elsewhere.add(node.ref);
    if (draft.slicings.length > 0) for (const id of segmentsAt(draft, node)) elsewhere.add(id);
  }
  return [...used].map((id) => {
    if (!elsewhere.has(id)) return { kind: 'segment', id };
    const users = nodes.filter((node) => segmentsAt(draft, node).includes(id));
    return { kind: 'segment', id: segmentFlavour(draft, id, users) };
  });
}

/** The definition at a place, and those that slices put in its stead. */
function segmentsAt(draft: ProfileDraft, node: DraftNode): readonly string[] {
  if (draft.slicings.length === 0) return [node.ref];
  const sliced = draft.slicings.filter((context) => isAbout(context, node));
  return [
    node.ref,
    ...sliced.flatMap(({ slicings }) =>
      slicings
        .filter(({ position }) => position === positionOf(node))
        .flatMap(({ slices }) => slices.map(({ ref }) => ref)),
    ),
  ];
}

function isAbout(context: SlicingContext, node: DraftNode): boolean {
  const around = groupAround(node);
  const id = around.kind === 'message' ? around.definition.id : around.ref;
  return context.kind === 'segments' && context.context === id;
}

function segmentFlavour(draft: ProfileDraft, id: string, users: readonly DraftNode[]): string {
  const [first] = users;
  const segment = draft.segments.get(id);
  if (first === undefined || segment === undefined) return id;
  const flavour = unused(draft.segments, `${id}@${qualifiedName(draft, first)}`);
  draft.segments.set(flavour, { ...segment, id: flavour });
  copyRules(draft, 'segment', id, flavour);
  const fieldSlicings = draft.slicings.filter(({ kind, context }) => kind === 'fields' && context === id);
  draft.slicings.push(...fieldSlicings.map((context) => ({ ...context, context: flavour })));
  for (const node of users) {
    if (node.ref === id) node.ref = flavour;
    draft.slicings = draft.slicings.map((context) =>
      isAbout(context, node) ? reslice(context, node, id, flavour) : context,
    );
  }
  return flavour;
}

function reslice(context: SlicingContext, node: DraftNode, from: string, to: string): SlicingContext {
  const renamed = <Slice extends { readonly ref: string }>(slice: Slice): Slice =>
    slice.ref === from ? { ...slice, ref: to } : slice;
  return {
    ...context,
    slicings: context.slicings.map((slicing) => {
      if (slicing.position !== positionOf(node)) return slicing;
      return slicing.kind === 'assertion'
        ? { ...slicing, slices: slicing.slices.map(renamed) }
        : { ...slicing, slices: slicing.slices.map(renamed) };
    }),
  };
}

function ownDatatype(draft: ProfileDraft, owner: Owner, position: number, way: readonly number[]): Owner | undefined {
  const element = elementsOf(draft, owner).find((one) => one.position === position);
  const datatype = element && draft.datatypes.get(element.datatype);
  if (element === undefined || datatype === undefined) return undefined;
  if (usersOf(draft, datatype.id) === 1) return { kind: 'datatype', id: datatype.id };
  const flavour = unused(draft.datatypes, `${datatype.name}@${labelOf(owner, position, way)}`);
  draft.datatypes.set(flavour, { ...datatype, id: flavour });
  copyRules(draft, 'datatype', datatype.id, flavour);
  replaceElement(draft, owner, position, (one) => ({ ...one, datatype: flavour }));
  return { kind: 'datatype', id: flavour };
}

/** `PID-3`, and below it `PID-3.4`: the owner's own label is kept where it has one. */
function labelOf(owner: Owner, position: number, way: readonly number[]): string {
  if (owner.kind === 'segment') return `${owner.id}-${position}`;
  const [, label] = /^[^@]*@(.*)$/.exec(owner.id) ?? [];
  return label === undefined ? `${owner.id}.${position}` : `${label}.${way.at(-1)}`;
}

/** How many fields, components, mappings and slices name the data type. */
function usersOf(draft: ProfileDraft, id: string): number {
  let users = 0;
  for (const { fields, mappings } of draft.segments.values()) {
    for (const { datatype } of fields) if (datatype === id) users++;
    for (const { cases } of mappings) for (const { datatype } of cases) if (datatype === id) users++;
  }
  for (const { components } of draft.datatypes.values()) {
    for (const { datatype } of components) if (datatype === id) users++;
  }
  for (const { slicings } of draft.slicings) {
    for (const { slices } of slicings) for (const { ref } of slices) if (ref === id) users++;
  }
  return users;
}

/** Gives the definition `to` the rules that `from` has by its id. */
export function copyRules(draft: ProfileDraft, kind: Owner['kind'], from: string, to: string): void {
  const copies = <Rule>(rules: readonly Attached<Rule>[]): readonly Attached<Rule>[] =>
    rules
      .filter(({ on }) => on.kind === kind && on.by === 'id' && on.value === from)
      .map(({ rule }) => ({ on: { kind, by: 'id', value: to }, rule }));
  const { statements, predicates, keyed, bindings, singleCodes } = draft.rules;
  statements.push(...copies(statements));
  predicates.push(...copies(predicates));
  keyed.push(...copies(keyed));
  bindings.push(...copies(bindings));
  singleCodes.push(...copies(singleCodes));
}

function unused(known: ReadonlyMap<string, unknown>, id: string): string {
  if (!known.has(id)) return id;
  let number = 2;
  while (known.has(`${id}_${number}`)) number++;
  return `${id}_${number}`;
}
