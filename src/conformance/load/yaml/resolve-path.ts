import { readProfilePath } from '../../model/profile-path.js';
import { type DraftMessage, type DraftNode, groupAround } from './draft/draft-node.js';
import type { ProfileDraft } from './draft/profile-draft.js';
import { innerOf, nodesNamed, qualifiedName, type Spot, spotOf } from './draft/spot.js';
import { elementAt, fieldCountOf } from './draft/spot-definition.js';
import { type ElementPath, readElementPath, readRelativePath } from './element-path.js';

/** A path of a rule, understood: the way down to what it means. */
export interface ResolvedPath {
  readonly spot: Spot;
  /** Occurrences that the path states, by the index of their step in `spot`. */
  readonly stated: ReadonlyMap<number, number | '*'>;
  /** What follows in positions, `5[*].1[1]`, where the path was written so. */
  readonly rest?: string;
}

/** Why a path means nothing here, and what to do. */
export interface Unresolved {
  readonly what: string;
  readonly remedy: string;
}

const FORMS = 'write PID-3.1, ORDER.NTE-3, .4.1 (from the element itself) or positions like 5[*].1[1]';

/** What `text` means in a rule about the element at `from`. */
export function resolvePath(draft: ProfileDraft, text: string, from: Spot): ResolvedPath | Unresolved {
  const relative = readRelativePath(text);
  if (relative !== undefined)
    return checked(draft, text, { spot: [...from, ...relative.map(inner)], stated: new Map() });
  if (readProfilePath(text) !== undefined) return { spot: from, stated: new Map(), rest: text };
  const top = from[0];
  if (top?.kind === 'definition') return inDefinition(draft, text, [top]);
  const path = readElementPath(text);
  if (path === undefined) return { what: `"${text}" is no path`, remedy: FORMS };
  const found = nearest(draft, path, from);
  return 'what' in found ? found : checked(draft, text, completed(path, found));
}

function inner(position: number) {
  return { kind: 'inner', position } as const;
}

/** In the definition of a flavour there are no places: `CX.4` and `RXA-5` start at the definition itself. */
function inDefinition(draft: ProfileDraft, text: string, top: Spot): ResolvedPath | Unresolved {
  const [, name = '', field, components = ''] = /^(\w+)(?:-(\d+))?((?:\.\d+)*)$/.exec(text) ?? [];
  const [level] = top;
  const definition = level?.kind === 'definition' ? level : undefined;
  const known = definition?.of === 'segment' ? draft.segments : draft.datatypes;
  const own = known.get(definition?.id ?? '');
  const isOwn = own !== undefined && (name === own.id || name === own.name);
  if (!isOwn || (definition?.of === 'segment') !== (field !== undefined)) {
    const example = definition?.of === 'segment' ? `${own?.name}-5` : `${own?.name}.4`;
    return { what: `"${text}" leads out of the definition`, remedy: `write ${example}, or .1 from the element itself` };
  }
  const positions = [...(field === undefined ? [] : [Number(field)]), ...components.split('.').slice(1).map(Number)];
  return checked(draft, text, { spot: [...top, ...positions.map(inner)], stated: new Map() });
}

/**
 * The group or segment of that name that is closest: the element's own segment, else what its group holds, else what the
 * group around that holds, and so on.
 */
function nearest(draft: ProfileDraft, path: ElementPath, from: Spot): DraftMessage | DraftNode | Unresolved {
  const own = from.findLast((level) => level.kind === 'structure');
  let scope = own?.kind === 'structure' ? own.node : undefined;
  while (scope !== undefined) {
    const found = nodesNamed(draft, path.names, scope);
    const [only, another] = found.length > 1 ? direct(found, scope) : found;
    if (only !== undefined && another === undefined) return only;
    if (found.length > 1) return ambiguous(draft, path, found);
    scope = scope.kind === 'message' ? undefined : groupAround(scope);
  }
  return { what: `there is no ${nameOf(path)} in the message`, remedy: FORMS };
}

/** Of several, the one that stands directly in the group; all of them where none or several do. */
function direct(found: readonly (DraftMessage | DraftNode)[], scope: DraftMessage | DraftNode) {
  const near = found.filter((node) => node === scope || (node.kind !== 'message' && groupAround(node) === scope));
  return near.length === 1 ? near : found;
}

function ambiguous(draft: ProfileDraft, path: ElementPath, found: readonly (DraftMessage | DraftNode)[]): Unresolved {
  const names = found.map((node) => qualifiedName(draft, node)).join(', ');
  return { what: `${nameOf(path)} may be any of ${names}`, remedy: 'name the group before it' };
}

function nameOf(path: ElementPath): string {
  return path.names.map(({ name }) => name).join('.');
}

function completed(path: ElementPath, node: DraftMessage | DraftNode): ResolvedPath {
  const way = spotOf(node);
  const stated = new Map<number, number | '*'>();
  path.names.forEach((step, index) => {
    // Occurrences may only be stated of the last names, which stand for the last steps of the way.
    if (step.instance !== undefined) stated.set(way.length - path.names.length + index, step.instance);
  });
  if (path.repetition !== undefined) stated.set(way.length, path.repetition);
  const positions = [...(path.field === undefined ? [] : [path.field]), ...path.components];
  return { spot: [...way, ...positions.map(inner)], stated };
}

function checked(draft: ProfileDraft, text: string, path: ResolvedPath): ResolvedPath | Unresolved {
  const positions = innerOf(path.spot);
  for (let length = 1; length <= positions.length; length++) {
    const way = path.spot.slice(0, path.spot.length - positions.length + length);
    if (elementAt(draft, way) !== 'absent') continue;
    const { name, count } = fieldCountOf(draft, way.slice(0, -1));
    return {
      what: `"${text}" does not exist: ${name} has ${count === 0 ? 'no parts' : `positions 1 to ${count}`}`,
      remedy: 'look the position up in the standard, or with "pipehat profile show"',
    };
  }
  return path;
}
