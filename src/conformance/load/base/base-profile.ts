import { standard } from '../../../standard/load.js';
import type { Standard } from '../../../standard/standard.js';
import type { Structure } from '../../../standard/structure.js';
import type { Profile } from '../../model/profile.js';
import { NO_RULES } from '../../model/rule.js';
import type { DatatypeDefinition, MessageDefinition, SegmentDefinition, StructureNode } from '../../model/structure.js';
import type { ValueSet } from '../../model/value-set.js';
import { BaseDefinitions } from './base-definitions.js';
import { baseNodes } from './base-nodes.js';
import { tableBindings, tablesOf } from './base-tables.js';

/** Which message of the standard is meant. Events that share a structure have one message each. */
export interface BaseMessage {
  /** `ADT_A01`; the standard's id of the abstract message. */
  readonly structure: string;
  /** `ADT` and `A04`; what the structure's own id says where nothing is said. */
  readonly type?: string;
  readonly event?: string;
}

/**
 * The base standard of one version as a profile: what the standard requires is R, all else O; choices are real, lengths and
 * repetitions are the standard's, tables are suggested, and OBX-5, MFE-4 and MFA-5 have the type that their neighbour names.
 * Throws where we hold no such version or structure: ask `standard(version).structureFor(code, trigger)` first.
 */
export function baseProfile(version: string, structureId: string, trigger?: Omit<BaseMessage, 'structure'>): Profile {
  return baseProfileOf(version, [{ structure: structureId, ...trigger }]);
}

/** As `baseProfile`, for several messages of one version in one profile. */
export function baseProfileOf(version: string, wanted: readonly BaseMessage[]): Profile {
  const source = standard(version);
  const messages = wanted.map((message) => messageOf(source, message));
  const definitions = new BaseDefinitions(source);
  for (const message of messages) for (const segment of segmentsOf(message.children)) definitions.addSegment(segment);
  const { segments, datatypes } = definitions;
  return {
    id: `HL7-${version}-${messages.map(({ structure }) => structure).join('-')}`,
    name: `HL7 ${version}, ${messages.map(({ id }) => id).join(', ')}`,
    source: `the base standard, HL7 ${version}`,
    form: 'base',
    type: 'HL7',
    hl7Version: version,
    identifiers: [],
    messages,
    segments,
    datatypes,
    ...vocabulary(source, segments, datatypes),
    coConstraints: [],
    slicings: [],
  };
}

function vocabulary(
  source: Standard,
  segments: ReadonlyMap<string, SegmentDefinition>,
  datatypes: ReadonlyMap<string, DatatypeDefinition>,
): Pick<Profile, 'valueSets' | 'rules'> {
  const bindings = tableBindings(source, segments, datatypes);
  const sets = new Map<string, ValueSet>(tablesOf(source, bindings).map((set) => [set.id, set]));
  return { valueSets: { sets, excluded: new Set() }, rules: { ...NO_RULES, bindings } };
}

function messageOf(source: Standard, wanted: BaseMessage): MessageDefinition {
  const structure: Structure | undefined = source.structure(wanted.structure);
  if (structure === undefined) {
    throw new Error(`HL7 ${source.version} has no message structure ${wanted.structure}`);
  }
  const [ownType = '', ownEvent = ''] = wanted.structure.split('_');
  const type = wanted.type ?? ownType;
  const event = wanted.event ?? ownEvent;
  const id = event === '' ? type : `${type}_${event}`;
  return {
    id,
    type,
    event,
    structure: wanted.structure,
    description: '',
    children: baseNodes(id, structure.nodes),
  };
}

function segmentsOf(nodes: readonly StructureNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'segment') return [node.ref];
    return segmentsOf(node.kind === 'group' ? node.children : node.alternatives);
  });
}
