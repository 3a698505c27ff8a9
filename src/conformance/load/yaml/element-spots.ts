import { closest } from '../../../base/closest.js';
import type { ProfileDraft } from './draft/profile-draft.js';
import { type Level, namesOf, nodesBelow, nodesNamed, qualifiedName, type Spot, spotOf } from './draft/spot.js';
import { elementAt, fieldCountOf } from './draft/spot-definition.js';
import { type ElementPath, readElementPath } from './element-path.js';
import type { Unresolved } from './resolve-path.js';

/** What one key of `elements:` means: `PID-4, PID-19` means two. */
interface NamedElement {
  readonly name: string;
  readonly spots: readonly Spot[];
}

/** The elements that a key names; where one of them is wrong, why. */
export function elementSpots(draft: ProfileDraft, key: string): readonly (NamedElement | Unresolved)[] {
  return key.split(',').map((part) => oneElement(draft, part.trim()));
}

function oneElement(draft: ProfileDraft, text: string): NamedElement | Unresolved {
  const path = readElementPath(text);
  if (
    path === undefined ||
    path.repetition !== undefined ||
    path.names.some(({ instance }) => instance !== undefined)
  ) {
    return { what: `"${text}" names no element`, remedy: 'write PID-3, PID-3.1, ORDER.NTE or ROL(2)-4' };
  }
  const nodes = nodesNamed(draft, path.names);
  if (nodes.length === 0) return unknownName(draft, path);
  const positions = [...(path.field === undefined ? [] : [path.field]), ...path.components];
  const inner = positions.map((position) => ({ kind: 'inner', position }) as const);
  const spots = nodes.map((node): Spot => [...spotOf(node), ...inner]);
  return missingPart(draft, text, spots, positions.length) ?? { name: text, spots };
}

function unknownName(draft: ProfileDraft, path: ElementPath): Unresolved {
  const name = path.names.map((step) => step.name).join('.');
  const what = `there is no ${name} in the structure`;
  const last = path.names.at(-1);
  const all = draft.messages.flatMap(nodesBelow);
  const same = last && path.names.length > 1 ? nodesNamed(draft, [{ name: last.name, isAnywhereBelow: false }]) : [];
  if (same.length > 0)
    return { what, remedy: `it stands at ${same.map((node) => qualifiedName(draft, node)).join(', ')}` };
  const meant = closest(last?.name ?? '', new Set(all.flatMap((node) => namesOf(draft, node))));
  const hint = meant === undefined ? '' : `did you mean ${meant}? `;
  return { what, remedy: `${hint}to add a segment or group, say after: or before: which one it comes` };
}

function missingPart(draft: ProfileDraft, text: string, spots: readonly Spot[], depth: number): Unresolved | undefined {
  for (const spot of spots) {
    for (let length = depth - 1; length >= 0; length--) {
      const way = spot.slice(0, spot.length - length);
      const found = length === depth ? undefined : elementAt(draft, way);
      if (found === 'absent') return noPart(draft, text, way.slice(0, -1));
      if (found === 'unknown') {
        const remedy = 'say its data types with mapping:, and what is in them under datatypes:';
        return { what: `"${text}": another field tells the data type here`, remedy };
      }
    }
  }
  return undefined;
}

function noPart(draft: ProfileDraft, text: string, parent: Spot): Unresolved {
  const { name, count } = fieldCountOf(draft, parent);
  const has = count === 0 ? 'has no components' : `has ${count} of them`;
  return {
    what: `"${text}" does not exist: ${name} ${has}`,
    remedy: 'look the position up with "pipehat profile show"',
  };
}

/** The parts of a definition that a key of its own `elements:` means: `5`, `5.1`; without the definition's name. */
export function partSpots(
  draft: ProfileDraft,
  definition: Extract<Level, { readonly kind: 'definition' }>,
  key: string,
): readonly (NamedElement | Unresolved)[] {
  return key.split(',').map((part) => {
    const text = part.trim();
    if (!/^[1-9]\d{0,3}(\.[1-9]\d{0,3})*$/.test(text)) {
      return {
        what: `"${text}" names no part of a definition`,
        remedy: 'write the position: 3, or 3.1 for a component of it',
      };
    }
    const positions = text.split('.').map(Number);
    const spot: Spot = [definition, ...positions.map((position) => ({ kind: 'inner', position }) as const)];
    const known = definition.of === 'segment' ? draft.segments : draft.datatypes;
    const own = known.get(definition.id)?.name ?? definition.id;
    const name = `${own}${definition.of === 'segment' ? '-' : '.'}${text}`;
    return missingPart(draft, name, [spot], positions.length) ?? { name, spots: [spot] };
  });
}
