import { never } from '../../../base/never.js';
import type {
  DatatypeDefinition,
  ElementDefinition,
  MessageDefinition,
  SegmentDefinition,
  StructureNode,
} from '../../model/structure.js';
import type { Cardinality, ConditionalOutcome, Usage } from '../../model/usage.js';
import type { Written } from './written-yaml.js';

export function writtenMessage(message: MessageDefinition): Written {
  const { id, type, event, structure, name, identifier, description, children } = message;
  return {
    id,
    event: [type, event, structure].join('^'),
    name,
    identifier,
    description: description === '' ? undefined : description,
    structure: children.map(writtenNode),
  };
}

function writtenNode(node: StructureNode): Written {
  const { cardinality, description, requirement } = node;
  const element = {
    usage: writtenUsage(node),
    cardinality: writtenRange(cardinality),
    text: description,
    requirement,
  };
  switch (node.kind) {
    case 'segment':
      return { segment: node.ref, ...element };
    case 'group':
      return { group: node.name, id: node.id, ...element, children: node.children.map(writtenNode) };
    case 'choice':
      return { choice: node.name, ...element, of: node.alternatives.map(writtenNode) };
    default:
      return never(node);
  }
}

export function writtenSegment({ id, name, description, version, fields, mappings }: SegmentDefinition): Written {
  return {
    ...heading(id, name, description, version),
    fields: fields.map(writtenElement),
    mappings:
      mappings.length === 0
        ? undefined
        : mappings.map(({ position, reference, secondReference, cases }) => ({
            position: String(position),
            by: reference,
            second: secondReference,
            cases: cases.map(({ value, second, datatype }) => ({ value, second, datatype })),
          })),
  };
}

export function writtenDatatype({ id, name, description, version, components, varies }: DatatypeDefinition): Written {
  return {
    ...heading(id, name, description, version),
    varies: varies ? 'true' : undefined,
    components: components.map(writtenElement),
  };
}

function heading(id: string, name: string, description: string, version: string | undefined) {
  return { name: name === id ? undefined : name, text: description, version };
}

function writtenElement(element: ElementDefinition): Written {
  const { name, datatype, cardinality, confLength, constant, description, requirement, itemNo, hide, examples } =
    element;
  return {
    name,
    datatype,
    usage: writtenUsage(element),
    cardinality: cardinality && writtenRange(cardinality),
    length: writtenLength(element),
    confLength,
    constant,
    text: description,
    requirement,
    itemNo,
    hide: hide ? 'true' : undefined,
    examples,
  };
}

export function writtenUsage({
  usage,
  outcome,
}: {
  readonly usage: Usage;
  readonly outcome?: ConditionalOutcome;
}): string {
  return outcome === undefined ? usage : `C(${outcome.whenTrue}/${outcome.whenFalse})`;
}

export function writtenRange({ min, max }: Cardinality): string {
  return `${min}..${bound(max)}`;
}

/** What nobody says is any length, so that none has to be said. */
function writtenLength({ minLength, maxLength, confLength }: ElementDefinition): string | undefined {
  const isNone = minLength === undefined && maxLength === undefined;
  if (isNone) return confLength === undefined ? 'NA' : undefined;
  const isAny = minLength === 1 && maxLength === Number.POSITIVE_INFINITY;
  if (isAny && confLength === undefined) return undefined;
  return `${minLength ?? 'NA'}..${maxLength === undefined ? 'NA' : bound(maxLength)}`;
}

function bound(max: number): string {
  return max === Number.POSITIVE_INFINITY ? '*' : String(max);
}
