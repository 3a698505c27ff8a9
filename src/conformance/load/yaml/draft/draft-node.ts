import type { SourcePlace } from '../../../model/source-place.js';
import type { MessageDefinition, StructureNode } from '../../../model/structure.js';
import type { Cardinality, ConditionalOutcome, Usage } from '../../../model/usage.js';

/** A place in a message's tree while a profile is made: as a `StructureNode`, but it can be changed and knows its parent. */
export interface DraftNode {
  readonly kind: 'segment' | 'group' | 'choice';
  readonly parent: DraftNode | DraftMessage;
  usage: Usage;
  outcome?: ConditionalOutcome;
  cardinality: Cardinality;
  description?: string;
  requirement?: string;
  place?: SourcePlace;
  /** Of a group: its id; of a segment: the id of its definition; of a choice ''. */
  ref: string;
  /** Of a group or choice. */
  readonly name: string;
  /** Of a group, or the alternatives of a choice. */
  readonly children: DraftNode[];
}

export interface DraftMessage {
  readonly kind: 'message';
  readonly definition: Omit<MessageDefinition, 'children'>;
  children: DraftNode[];
}

export function draftMessage(message: MessageDefinition): DraftMessage {
  const { children, ...definition } = message;
  const draft: DraftMessage = { kind: 'message', definition, children: [] };
  draft.children = children.map((child) => draftNode(child, draft));
  return draft;
}

export function draftNode(node: StructureNode, parent: DraftNode | DraftMessage): DraftNode {
  const draft: DraftNode = {
    kind: node.kind,
    parent,
    usage: node.usage,
    cardinality: node.cardinality,
    ref: node.kind === 'segment' ? node.ref : node.kind === 'group' ? node.id : '',
    name: node.kind === 'segment' ? '' : node.name,
    children: [],
    ...(node.outcome === undefined ? {} : { outcome: node.outcome }),
    ...(node.description === undefined ? {} : { description: node.description }),
    ...(node.requirement === undefined ? {} : { requirement: node.requirement }),
    ...(node.place === undefined ? {} : { place: node.place }),
  };
  const below = node.kind === 'group' ? node.children : node.kind === 'choice' ? node.alternatives : [];
  draft.children.push(...below.map((child) => draftNode(child, draft)));
  return draft;
}

export function finishedMessage(message: DraftMessage): MessageDefinition {
  return { ...message.definition, children: message.children.map((child, index) => finished(child, index + 1)) };
}

function finished(node: DraftNode, position: number): StructureNode {
  const { kind, parent: _, ref, name, children, ...element } = node;
  if (kind === 'segment') return { kind, ref, position, ...element };
  if (kind === 'choice')
    return { kind, name, position, ...element, alternatives: children.map((one) => finished(one, position)) };
  return {
    kind,
    id: ref,
    name,
    position,
    ...element,
    children: children.map((one, index) => finished(one, index + 1)),
  };
}

/** 1-based in its group or message. An alternative has the position of its choice. */
export function positionOf(node: DraftNode): number {
  const { parent } = node;
  return parent.kind === 'choice' ? positionOf(parent) : parent.children.indexOf(node) + 1;
}

/** The group or message around it; a choice is not counted as one. */
export function groupAround(node: DraftNode): DraftNode | DraftMessage {
  return node.parent.kind === 'choice' ? groupAround(node.parent) : node.parent;
}
