import type { Profile } from '../model/profile.js';
import type { DatatypeDefinition, ElementDefinition, SegmentDefinition, StructureNode } from '../model/structure.js';

/** A field or component with the definition that lists it. */
export interface Part {
  readonly element: ElementDefinition;
  readonly on: { readonly kind: 'segment' | 'datatype'; readonly definition: SegmentDefinition | DatatypeDefinition };
  /** For people: `PID-3`, `CX_MRN.4`. */
  readonly name: string;
}

/** All fields and components, each once. */
export function* partsOf({ segments, datatypes }: Profile): Iterable<Part> {
  for (const definition of segments.values()) {
    for (const element of definition.fields) {
      yield { element, on: { kind: 'segment', definition }, name: `${definition.id}-${element.position}` };
    }
  }
  for (const definition of datatypes.values()) {
    for (const element of definition.components) {
      yield { element, on: { kind: 'datatype', definition }, name: `${definition.id}.${element.position}` };
    }
  }
}

/** A segment, group or choice in its place. */
export interface NodeInPlace {
  readonly node: StructureNode;
  readonly parent: { readonly kind: 'message' | 'group'; readonly id: string; readonly name: string };
}

export function* nodesOf({ messages }: Profile): Iterable<NodeInPlace> {
  for (const { id, structure, children } of messages) {
    yield* nodesIn(children, { kind: 'message', id, name: structure });
  }
}

function* nodesIn(nodes: readonly StructureNode[], parent: NodeInPlace['parent']): Iterable<NodeInPlace> {
  for (const node of nodes) {
    yield { node, parent };
    if (node.kind === 'group') yield* nodesIn(node.children, { kind: 'group', id: node.id, name: node.name });
    if (node.kind === 'choice') yield* nodesIn(node.alternatives, parent);
  }
}

export function nodeName(node: StructureNode): string {
  return node.kind === 'segment' ? node.ref : node.name;
}
