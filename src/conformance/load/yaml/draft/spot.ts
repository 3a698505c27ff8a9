import type { NamedStep } from '../element-path.js';
import { type DraftMessage, type DraftNode, groupAround } from './draft-node.js';
import type { ProfileDraft } from './profile-draft.js';

/** One step on the way from the message, or from a definition, down to an element. */
export type Level =
  | { readonly kind: 'structure'; readonly node: DraftMessage | DraftNode }
  /** A segment or data type that is defined and not (only) looked at in its places. */
  | { readonly kind: 'definition'; readonly of: 'segment' | 'datatype'; readonly id: string }
  /** A field or component by its 1-based position. */
  | { readonly kind: 'inner'; readonly position: number };

/** Where one element is: the way down to it. */
export type Spot = readonly Level[];

export function isSameLevel(a: Level | undefined, b: Level | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.kind === 'structure' && b.kind === 'structure') return a.node === b.node;
  if (a.kind === 'inner' && b.kind === 'inner') return a.position === b.position;
  return a.kind === 'definition' && b.kind === 'definition' && a.of === b.of && a.id === b.id;
}

/** Positions of field and components at the end of the way. */
export function innerOf(spot: Spot): readonly number[] {
  return spot.flatMap((level) => (level.kind === 'inner' ? [level.position] : []));
}

/** The way to a group, segment or message; choices are no step of it. */
export function spotOf(node: DraftMessage | DraftNode): Spot {
  const above = node.kind === 'message' ? [] : spotOf(groupAround(node));
  return [...above, { kind: 'structure', node }];
}

/** All groups and segments below, in order; a choice gives its alternatives. */
export function nodesBelow(node: DraftMessage | DraftNode): readonly DraftNode[] {
  const found: DraftNode[] = [];
  collect(node, found);
  return found;
}

function collect(node: DraftMessage | DraftNode, into: DraftNode[]): void {
  for (const child of node.children) {
    if (child.kind !== 'choice') into.push(child);
    collect(child, into);
  }
}

/** The names under which a group, segment or message is known. */
export function namesOf(draft: ProfileDraft, node: DraftMessage | DraftNode): readonly string[] {
  if (node.kind === 'message') {
    const { id, structure, type, event } = node.definition;
    return [structure, id, `${type}_${event}`];
  }
  if (node.kind === 'group') return [lastPart(node.name), node.name, node.ref];
  return [draft.segments.get(node.ref)?.name ?? node.ref, node.ref];
}

/** IGAMT calls a group `VXU_V04.ORDER.OBSERVATION`; people say `OBSERVATION`. */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** For people: the shortest form that tells the place from others, `ORDER.NTE`. */
export function qualifiedName(draft: ProfileDraft, node: DraftMessage | DraftNode): string {
  const [own = ''] = namesOf(draft, node);
  if (node.kind === 'message') return own;
  const [above = ''] = namesOf(draft, groupAround(node));
  const ordinal = ordinalOf(draft, node);
  return `${above}.${own}${ordinal > 1 ? `(${ordinal})` : ''}`;
}

/** Which of the siblings of the same name, 1-based. */
function ordinalOf(draft: ProfileDraft, node: DraftNode): number {
  const [own] = namesOf(draft, node);
  const siblings = groupAround(node).children.flatMap((child) => (child.kind === 'choice' ? child.children : [child]));
  return siblings.filter((sibling) => namesOf(draft, sibling)[0] === own).indexOf(node) + 1;
}

/** The groups and segments (and messages) that the names mean, within `scope` or the whole draft. */
export function nodesNamed(
  draft: ProfileDraft,
  names: readonly NamedStep[],
  scope?: DraftMessage | DraftNode,
): readonly (DraftMessage | DraftNode)[] {
  const roots = scope === undefined ? draft.messages : [scope];
  const all = roots.flatMap((root): (DraftMessage | DraftNode)[] => [root, ...nodesBelow(root)]);
  return all.filter((node) => isNamed(draft, node, names));
}

function isNamed(draft: ProfileDraft, node: DraftMessage | DraftNode, names: readonly NamedStep[]): boolean {
  const step = names.at(-1);
  if (step === undefined || !namesOf(draft, node).includes(step.name)) return false;
  const above = names.slice(0, -1);
  if (node.kind === 'message') return above.length === 0 && step.ordinal === undefined;
  if (step.ordinal !== undefined && ordinalOf(draft, node) !== step.ordinal) return false;
  if (above.length === 0) return true;
  let around = groupAround(node);
  if (!step.isAnywhereBelow) return isNamed(draft, around, above);
  while (!isNamed(draft, around, above)) {
    if (around.kind === 'message') return false;
    around = groupAround(around);
  }
  return true;
}
