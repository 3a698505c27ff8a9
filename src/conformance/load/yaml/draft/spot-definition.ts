import type { DatatypeDefinition, ElementDefinition, SegmentDefinition } from '../../../model/structure.js';
import type { ProfileDraft } from './profile-draft.js';
import type { Level, Spot } from './spot.js';

/** The definition of what a spot leads to, as its first place sees it; undefined for groups, messages and what is not there. */
export function definitionAt(draft: ProfileDraft, spot: Spot): SegmentDefinition | DatatypeDefinition | undefined {
  const last = spot.at(-1);
  if (last?.kind !== 'inner') return last && top(draft, last);
  const element = elementAt(draft, spot);
  return typeof element === 'object' ? draft.datatypes.get(element.datatype) : undefined;
}

function top(draft: ProfileDraft, level: Exclude<Level, { kind: 'inner' }>) {
  if (level.kind === 'structure') return level.node.kind === 'segment' ? draft.segments.get(level.node.ref) : undefined;
  return (level.of === 'segment' ? draft.segments : draft.datatypes).get(level.id);
}

/**
 * The field or component at the end of a spot. `absent` where its parent has no such position; `unknown` where another field
 * tells the type of the parent, so that nobody can say what is in it.
 */
export function elementAt(draft: ProfileDraft, spot: Spot): ElementDefinition | 'absent' | 'unknown' {
  const last = spot.at(-1);
  if (last?.kind !== 'inner') return 'absent';
  const parent = definitionAt(draft, spot.slice(0, -1));
  if (parent === undefined) return elementAt(draft, spot.slice(0, -1)) === 'unknown' ? 'unknown' : 'absent';
  if (isVaries(parent)) return 'unknown';
  return partsOf(parent).find(({ position }) => position === last.position) ?? 'absent';
}

/** The name of what a spot leads to and how many parts it has. */
export function fieldCountOf(draft: ProfileDraft, spot: Spot): { readonly name: string; readonly count: number } {
  const definition = definitionAt(draft, spot);
  return { name: definition?.name ?? 'this', count: definition === undefined ? 0 : partsOf(definition).length };
}

export function partsOf(definition: SegmentDefinition | DatatypeDefinition): readonly ElementDefinition[] {
  return 'fields' in definition ? definition.fields : definition.components;
}

/** Whether another field tells the type. */
export function isVaries(definition: SegmentDefinition | DatatypeDefinition | undefined): boolean {
  return definition !== undefined && 'varies' in definition && definition.varies === true;
}

/** `PV1-44` means its time, `PID-3` its number: from a composite down its first components to a simple value. */
export function firstSimple(draft: ProfileDraft, spot: Spot): readonly Extract<Level, { readonly kind: 'inner' }>[] {
  const steps: Extract<Level, { readonly kind: 'inner' }>[] = [];
  let definition = spot.at(-1)?.kind === 'structure' ? undefined : definitionAt(draft, spot);
  while (definition !== undefined && partsOf(definition).length > 0 && steps.length < DEEPEST) {
    const [first] = partsOf(definition);
    steps.push({ kind: 'inner', position: first?.position ?? 1 });
    definition = draft.datatypes.get(first?.datatype ?? '');
  }
  return steps;
}

/** A data type that holds itself would have no end. */
const DEEPEST = 8;
