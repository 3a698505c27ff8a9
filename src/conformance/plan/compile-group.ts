import { never } from '../../base/never.js';
import type { MessageDefinition, StructureNode } from '../model/structure.js';
import { NO_LENGTH, usageOf } from './compile-element.js';
import { compileSegment } from './compile-segment.js';
import { compileSegmentSlicing } from './compile-segment-slicing.js';
import type { ElementPlan, GroupPlan } from './plan.js';
import { addElement, type PlanBuilder, reportDefect, reserve } from './plan-builder.js';

/** Index of the message as a group: its id is the message's, its name that of the structure. */
export function compileMessage(builder: PlanBuilder, message: MessageDefinition): number {
  const { id, structure, children, place } = message;
  const name = structure || [message.type, message.event].filter((part) => part !== '').join('_');
  if (children.length === 0) {
    reportDefect(builder, 'empty-message', place, `the message ${id} has no segment`, 'list its segments, MSH first');
  }
  return compileGroup(builder, { kind: 'message', id, name, of: 'sequence', children, message: id });
}

interface Group {
  readonly kind: 'message' | 'group';
  readonly id: string;
  readonly name: string;
  readonly of: GroupPlan['of'];
  readonly children: readonly StructureNode[];
  /** Id of the message in which it stands. */
  readonly message: string;
}

function compileGroup(builder: PlanBuilder, group: Group): number {
  const { id, name, message } = group;
  const index = reserve(builder);
  const children = group.children.map((node) => compileNode(builder, node, message));
  const rules = group.of === 'choice' ? undefined : builder.rulesOf(group.kind, name, id);
  const slicing = compileSegmentSlicing(builder, message, id);
  builder.definitions[index] = {
    kind: 'group',
    index,
    id,
    name,
    of: group.of,
    children,
    rules,
    slicing,
  };
  return index;
}

function compileNode(builder: PlanBuilder, node: StructureNode, message: string): ElementPlan {
  const { position, cardinality, requirement } = node;
  const definition = compileContent(builder, node, message);
  return addElement(builder, {
    position,
    name: builder.definitions[definition]?.name ?? '',
    ...usageOf(node),
    min: cardinality.min,
    max: cardinality.max,
    hasCardinality: true,
    ...NO_LENGTH,
    constant: undefined,
    requirement,
    isDecided: false,
    definition,
  });
}

function compileContent(builder: PlanBuilder, node: StructureNode, message: string): number {
  switch (node.kind) {
    case 'segment': {
      const index = compileSegment(builder, node.ref, node.place);
      builder.segmentNames.add(builder.profile.segments.get(node.ref)?.name ?? node.ref);
      return index;
    }
    case 'group':
      return compileGroup(builder, { ...node, kind: 'group', of: 'sequence', message });
    case 'choice': {
      // The alternatives stand at the position of the choice.
      const children = node.alternatives.map((alternative) => ({ ...alternative, position: node.position }));
      return compileGroup(builder, { kind: 'group', id: node.name, name: node.name, of: 'choice', children, message });
    }
    default:
      return never(node);
  }
}
