import type { Profile } from '../../model/profile.js';
import type { StructureNode } from '../../model/structure.js';
import type { ValueSet } from '../../model/value-set.js';
import { Losses } from '../losses.js';
import type { WrittenFiles } from '../written-files.js';
import { type XmlNode, xml, xmlText } from '../xml.js';
import { staticDefinition } from './static-definition.js';

/** A profile as a chapter 2.B `HL7v2xConformanceProfile`, with its value sets as the table file that tools keep beside it. */
export function writeChapter2b(profile: Profile): WrittenFiles {
  const losses = new Losses();
  tellOfRules(profile, losses);
  const used = new Set(profile.messages.flatMap(({ children }) => segmentsIn(children)));
  for (const id of profile.segments.keys()) if (!used.has(id)) losses.add('segments that no message has', id);
  const { identifiers, hl7Version, type, name, organization, version, description, acknowledgment } = profile;
  const root = xml(
    'HL7v2xConformanceProfile',
    { HL7Version: hl7Version, ProfileType: type, Identifier: identifiers[0] },
    [
      xml('MetaData', { Name: name, OrgName: organization, Version: version }),
      ...(description === undefined ? [] : [xml('ImpNote', {}, [description])]),
      xml('Encodings', {}, [xml('Encoding', {}, ['ER7'])]),
      ...(acknowledgment === undefined ? [] : [dynamicDefinition(acknowledgment)]),
      ...profile.messages.map((message) => staticDefinition(profile, message, losses)),
    ],
  );
  const files = new Map([[fileName(profile), xmlText(root)]]);
  const sets = [...profile.valueSets.sets.values()];
  if (sets.length > 0) files.set('tables.xml', xmlText(tables(sets, losses)));
  return { files, losses: losses.told() };
}

function segmentsIn(nodes: readonly StructureNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'segment') return [node.ref];
    return segmentsIn(node.kind === 'group' ? node.children : node.alternatives);
  });
}

/** Where the file does not say it, its name is the profile's id. */
function fileName({ id }: Profile): string {
  const name = id.replaceAll(/[^\w.-]+/g, '_');
  return `${name === 'tables' ? 'profile' : name}.xml`;
}

function dynamicDefinition({ accept, application, mode }: NonNullable<Profile['acknowledgment']>): XmlNode {
  return xml('DynamicDef', { AccAck: accept, AppAck: application, MsgAckMode: mode });
}

function tellOfRules({ rules, coConstraints, slicings, valueSets, identifiers, date }: Profile, losses: Losses): void {
  for (const { rule } of rules.singleCodes) losses.add('single codes', rule.code);
  for (const { on } of rules.keyed) losses.add('old co-constraints', on.value);
  for (const { path } of rules.orderIndifferent) losses.add('order-indifferent rules', path);
  for (const { segmentName } of coConstraints) losses.add('co-constraints', segmentName);
  for (const { context } of slicings) losses.add('slices', context);
  for (const id of valueSets.excluded) losses.add('sets that are not to be checked', id);
  for (const id of identifiers.slice(1)) losses.add('further identifiers', id);
  if (date !== undefined) losses.add('the date', date);
}

function tables(sets: readonly ValueSet[], losses: Losses): XmlNode {
  const written = sets.map((set) => {
    for (const { value, system, usage, pattern } of set.codes) {
      const hasMore = system !== '' || usage !== 'R' || pattern !== undefined;
      if (hasMore) losses.add('system, usage and pattern of codes', `${value} in ${set.id}`);
    }
    const codes = set.codes.map(({ value, text }) => xml('tableElement', { code: value, display: text }));
    return xml('hl7table', { id: set.id.replace(/^HL7(?=\d{4}$)/, ''), name: set.name }, codes);
  });
  return xml('Specification', {}, [xml('hl7tables', {}, written)]);
}
