import type { DraftNode } from './draft/draft-node.js';
import type { ProfileDraft } from './draft/profile-draft.js';
import { nodesNamed } from './draft/spot.js';
import { ensureSegment } from './draft/standard-parts.js';
import { readElementPath } from './element-path.js';
import type { WrittenElement } from './element-shape.js';
import type { Unresolved } from './resolve-path.js';

/** Adds the segment that a key with `after:` or `before:` names; gives the new places. */
export function addNodes(
  draft: ProfileDraft,
  key: string,
  { after, before, segment }: WrittenElement,
): readonly DraftNode[] | Unresolved {
  const path = readElementPath(key);
  const last = path?.names.at(-1);
  if (path === undefined || last === undefined || path.field !== undefined) {
    return { what: `"${key}" names no segment`, remedy: 'after: and before: add a segment: write ZPI or PATIENT.ZPI' };
  }
  const ref = segment ?? last.name;
  if (!ensureSegment(draft, ref)) {
    return { what: `there is no segment ${ref}`, remedy: `define it under segments: ${ref}: { fields: [...] }` };
  }
  const neighbour = readElementPath([...path.names.slice(0, -1).map(({ name }) => name), after ?? before].join('.'));
  const anchors = neighbour === undefined ? [] : nodesNamed(draft, neighbour.names);
  const added = anchors.flatMap((anchor) =>
    anchor.kind === 'message' ? [] : [insert(anchor, ref, after !== undefined)],
  );
  draft.structureChanged();
  if (added.length > 0) return added;
  return {
    what: `there is no ${after ?? before} beside which ${key} could stand`,
    remedy: 'name a segment or group there',
  };
}

function insert(anchor: DraftNode, ref: string, isAfter: boolean): DraftNode {
  const beside = anchor.parent.kind === 'choice' ? anchor.parent : anchor;
  const siblings = beside.parent.children;
  const node: DraftNode = {
    kind: 'segment',
    parent: beside.parent,
    usage: 'O',
    cardinality: { min: 0, max: 1 },
    ref,
    name: '',
    children: [],
  };
  siblings.splice(siblings.indexOf(beside) + (isAfter ? 1 : 0), 0, node);
  return node;
}
