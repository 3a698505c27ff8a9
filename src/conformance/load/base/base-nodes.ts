import { never } from '../../../base/never.js';
import type { StructureNode as StandardNode } from '../../../standard/structure.js';
import type { StructureNode } from '../../model/structure.js';

/** Stands in one structure of 2.3 (MFN_M01) for "whatever segments the master file has". */
const NO_SEGMENT = 'GenericSegment';

/** The standard's tree as a profile writes it. Ids of groups are made unique by the names above them. */
export function baseNodes(idAbove: string, nodes: readonly StandardNode[]): readonly StructureNode[] {
  return nodes
    .filter((node) => node.name !== NO_SEGMENT)
    .map((node, index) => baseNode(uniqueId(idAbove, nodes, node), index + 1, node));
}

function baseNode(id: string, position: number, node: StandardNode): StructureNode {
  const { max } = node;
  // A group of which every part may be absent may be absent itself, whatever the brackets around it say.
  const min = mayBeEmpty(node) ? 0 : node.min;
  const element = { position, usage: min > 0 ? 'R' : 'O', cardinality: { min, max } } as const;
  switch (node.kind) {
    case 'segment':
      return { kind: 'segment', ref: node.name, ...element };
    case 'group':
      return { kind: 'group', id, name: node.name, children: baseNodes(id, node.nodes), ...element };
    case 'choice':
      return {
        kind: 'choice',
        name: node.name,
        ...element,
        // An alternative has the position of its choice.
        alternatives: node.alternatives.map((alternative) =>
          baseNode(`${id}.${alternative.name}`, position, alternative),
        ),
      };
    default:
      return never(node);
  }
}

function mayBeEmpty(node: StandardNode): boolean {
  if (node.min === 0) return true;
  return node.kind === 'group' && node.nodes.every(mayBeEmpty);
}

function uniqueId(idAbove: string, siblings: readonly StandardNode[], node: StandardNode): string {
  const namesakes = siblings.filter(({ name }) => name === node.name);
  const ordinal = namesakes.indexOf(node) + 1;
  return `${idAbove}.${node.name}${ordinal > 1 ? ordinal : ''}`;
}
