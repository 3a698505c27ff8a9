import { parseStructure } from '../../standard/structure-notation.js';
import type { StructureNode as StandardNode } from '../../standard/structure.js';
import type { Profile } from '../model/profile.js';
import { NO_RULES } from '../model/rule.js';
import type { DatatypeDefinition, ElementDefinition, SegmentDefinition, StructureNode } from '../model/structure.js';

/** What a test says about a field or component; the rest is optional text of any length. */
export type Part = Partial<ElementDefinition>;

/** Fields of segments, or components of data types, in order. */
export type Parts = Readonly<Record<string, readonly Part[]>>;

export interface SmallProfile {
  /** In the notation of the base standard: `MSH PID [PD1] {<VISIT: PV1 [PV2]>}`. */
  readonly structure: string;
  readonly fields?: Parts;
  readonly datatypes?: Parts;
  readonly profile?: Partial<Profile>;
}

const TYPES: Parts = {
  CX: [{ name: 'id' }, { name: 'check digit' }, { name: 'scheme' }, { name: 'authority', datatype: 'HD' }, { name: 'type' }],
  HD: [{ name: 'namespace' }, { name: 'universal id' }, { name: 'universal id type' }],
  EI: [{ name: 'entity' }, { name: 'namespace' }, { name: 'universal id' }, { name: 'universal id type' }],
  SN: [{ name: 'comparator' }, { name: 'number', datatype: 'NM' }, { name: 'separator' }, { name: 'number', datatype: 'NM' }],
  ED: [{ name: 'source' }, { name: 'type' }, { name: 'subtype' }, { name: 'encoding' }, { name: 'data' }],
  CE: [{ name: 'identifier' }, { name: 'text' }, { name: 'system' }],
  MSG: [{}, {}, {}],
  TS: [{ name: 'time', datatype: 'DTM' }, { name: 'precision' }],
};
const PRIMITIVES = ['ST', 'ID', 'FT', 'TX', 'NM', 'SI', 'DT', 'TM', 'DTM', 'TN', 'VARIES'];
const ANY_LENGTH = { minLength: 1, maxLength: Number.POSITIVE_INFINITY } as const;

/** A profile of one message, ADT^A01^ADT_A01 of 2.5.1, with no more in it than a test needs. */
export function smallProfile({ structure, fields = {}, datatypes = {}, profile = {} }: SmallProfile): Profile {
  const children = nodes('', parseStructure(structure));
  const names = [...new Set(structure.match(/\b[A-Z][A-Z0-9]{2}\b(?!:)/g))];
  const header = { id: 'ADT_A01', type: 'ADT', event: 'A01', structure: 'ADT_A01', description: '', children };
  return {
    id: 'small',
    name: 'small',
    source: 'a test',
    form: 'yaml',
    type: 'Implementation',
    hl7Version: '2.5.1',
    identifiers: [],
    messages: [header],
    segments: new Map(names.map((name) => [name, segment(name, fields[name] ?? (name === 'MSH' ? HEADER : ANYTHING))])),
    datatypes: new Map([...PRIMITIVES.map(primitive), ...Object.entries({ ...TYPES, ...datatypes }).map(composite)]),
    valueSets: { sets: new Map(), excluded: new Set() },
    rules: NO_RULES,
    coConstraints: [],
    slicings: [],
    ...profile,
  };
}

/** Fields in which whatever stands is right. */
const ANYTHING: readonly Part[] = Array.from({ length: 40 }, () => ({ datatype: 'VARIES' }));

const HEADER: readonly Part[] = Array.from({ length: 21 }, (_, at) => (at === 8 ? { datatype: 'MSG' } : {}));

function segment(name: string, parts: readonly Part[]): SegmentDefinition {
  const fields = parts.map((part, at) => ({
    ...element(part, at),
    cardinality: part.cardinality ?? { min: part.usage === 'R' ? 1 : 0, max: Number.POSITIVE_INFINITY },
  }));
  return { id: name, name, description: name, fields, mappings: [] };
}

function element(part: Part, at: number): ElementDefinition {
  const length = part.confLength === undefined ? ANY_LENGTH : {};
  return { position: at + 1, name: `part ${at + 1}`, usage: 'O', datatype: 'ST', ...length, ...part };
}

function primitive(name: string): [string, DatatypeDefinition] {
  const varies = name === 'VARIES' ? { varies: true } : {};
  return [name, { id: name, name, description: name, components: [], ...varies }];
}

function composite([name, parts]: readonly [string, readonly Part[]]): [string, DatatypeDefinition] {
  return [name, { id: name, name, description: name, components: parts.map(element) }];
}

function nodes(above: string, list: readonly StandardNode[]): readonly StructureNode[] {
  return list.map((node, at) => structureNode(above, node, at + 1));
}

function structureNode(above: string, node: StandardNode, position: number): StructureNode {
  const usage = node.min > 0 ? 'R' : 'O';
  const place = { position, usage, cardinality: { min: node.min, max: node.max } } as const;
  if (node.kind === 'segment') return { kind: 'segment', ref: node.name, ...place };
  const id = `${above}${node.name}`;
  if (node.kind === 'group') return { kind: 'group', id, name: node.name, children: nodes(`${id}.`, node.nodes), ...place };
  const alternatives = node.alternatives.map((alternative) => structureNode(`${id}.`, alternative, position));
  return { kind: 'choice', name: node.name, alternatives, ...place };
}
