import { never } from '../../../base/never.js';
import type { Profile } from '../../model/profile.js';
import { readProfilePath } from '../../model/profile-path.js';
import type {
  DatatypeDefinition,
  ElementDefinition,
  MessageDefinition,
  SegmentDefinition,
  StructureNode,
} from '../../model/structure.js';
import type { Cardinality } from '../../model/usage.js';
import type { Losses } from '../losses.js';
import { type XmlNode, xml } from '../xml.js';

/** Profile.xml. */
export function profileFile(profile: Profile, losses: Losses): XmlNode {
  const { id, type, hl7Version, messages, segments, datatypes } = profile;
  tellOfHeading(profile, losses);
  return xml('ConformanceProfile', { ID: id, Type: type, HL7Version: hl7Version, SchemaVersion: '1.6' }, [
    metadata(profile),
    xml('Encodings', {}, [xml('Encoding', {}, ['ER7'])]),
    xml(
      'Messages',
      {},
      messages.map((message) => messageElement(profile, message, losses)),
    ),
    xml(
      'Segments',
      {},
      [...segments.values()].map((segment) => segmentElement(profile, segment, losses)),
    ),
    xml(
      'Datatypes',
      {},
      [...datatypes.values()].map((datatype) => datatypeElement(profile, datatype, losses)),
    ),
  ]);
}

export function metadata({ name, organization, version, date, description }: Profile): XmlNode {
  return xml('MetaData', {
    Name: name,
    OrgName: organization,
    Version: version,
    Date: date,
    SpecificationName: description,
  });
}

function tellOfHeading(profile: Profile, losses: Losses): void {
  if (profile.acknowledgment !== undefined) losses.add('what acknowledgments are expected', 'the profile');
  const [, ...others] = identifiersOfNoMessage(profile);
  for (const other of others) losses.add('identifiers of the profile', other);
}

/** A profile's own identifiers; the form has them in messages alone, each has one. */
function identifiersOfNoMessage({ messages, identifiers }: Profile): readonly string[] {
  const known = messages.flatMap(({ identifier }) => identifier ?? []);
  return identifiers.filter((one) => !known.includes(one));
}

function messageElement(profile: Profile, message: MessageDefinition, losses: Losses): XmlNode {
  const { id, identifier, name, type, event, structure, description, children } = message;
  const attributes = {
    ID: id,
    Identifier: identifier ?? identifiersOfNoMessage(profile)[0],
    Name: name,
    Type: type,
    Event: event,
    StructID: structure,
    Description: description,
  };
  return xml(
    'Message',
    attributes,
    children.map((child) => nodeElement(child, losses)),
  );
}

function nodeElement(node: StructureNode, losses: Losses): XmlNode {
  const place = node.kind === 'segment' ? node.ref : node.name;
  tellOfWords(node, place, losses);
  if (node.outcome !== undefined) losses.add('usages of segments and groups that C(a/b) states', place);
  const attributes = { Usage: node.usage, ...range(node.cardinality) };
  switch (node.kind) {
    case 'segment':
      return xml('Segment', { Ref: node.ref, ...attributes });
    case 'group':
      return xml(
        'Group',
        { ID: node.id, Name: node.name, ...attributes },
        node.children.map((one) => nodeElement(one, losses)),
      );
    case 'choice': {
      losses.add('choices: written as a group of optional segments, rules that lead into it go astray', place);
      const children = node.alternatives.map((one) =>
        nodeElement({ ...one, usage: 'O', cardinality: { ...one.cardinality, min: 0 } }, losses),
      );
      return xml('Group', { ID: `CHOICE ${place}`, Name: 'CHOICE', ...attributes }, children);
    }
    default:
      return never(node);
  }
}

function segmentElement(profile: Profile, segment: SegmentDefinition, losses: Losses): XmlNode {
  const { id, name, description, version, fields, mappings } = segment;
  const mapped = mappings.map(({ position, reference, secondReference, cases }) =>
    xml(
      'Mapping',
      { Position: String(position), Reference: reference, SecondReference: secondReference },
      cases.map(({ value, second, datatype }) =>
        xml('Case', { Value: value, SecondValue: second, Datatype: datatype }),
      ),
    ),
  );
  return xml('Segment', { ID: id, Name: name, Label: id, Description: description, Version: version }, [
    ...(mapped.length === 0 ? [] : [xml('DynamicMapping', {}, mapped)]),
    ...fields.map((field) => partElement(profile, 'Field', { kind: 'segment', id }, field, losses)),
  ]);
}

function datatypeElement(profile: Profile, datatype: DatatypeDefinition, losses: Losses): XmlNode {
  const { id, name, description, version, components, varies } = datatype;
  return xml(
    'Datatype',
    {
      ID: id,
      Name: varies && !/^varies$/i.test(name) ? 'varies' : name,
      Label: id,
      Description: description,
      Version: version,
    },
    components.map((component) => partElement(profile, 'Component', { kind: 'datatype', id }, component, losses)),
  );
}

interface Definition {
  readonly kind: 'segment' | 'datatype';
  readonly id: string;
}

function partElement(
  profile: Profile,
  name: 'Field' | 'Component',
  parent: Definition,
  element: ElementDefinition,
  losses: Losses,
): XmlNode {
  const place = `${parent.id}${parent.kind === 'segment' ? '-' : '.'}${element.position}`;
  tellOfWords(element, place, losses);
  if (element.examples !== undefined) losses.add('examples', place);
  if (element.outcome !== undefined && !isDecided(profile, parent, element.position)) {
    losses.add('usages C(a/b) without a condition: written as C', place);
  }
  return xml(name, {
    Name: element.name,
    Usage: element.usage,
    Datatype: element.datatype,
    ...lengths(element, place, losses),
    ConfLength: element.confLength ?? 'NA',
    ...(element.cardinality && range(element.cardinality)),
    ItemNo: element.itemNo,
    ConstantValue: element.constant,
    Hide: element.hide ? 'true' : undefined,
  });
}

/** Whether a predicate of the same definition says what the element is. */
function isDecided(profile: Profile, parent: Definition, position: number): boolean {
  return profile.rules.predicates.some(({ on, rule }) => {
    const path = readProfilePath(rule.target);
    return on.kind === parent.kind && on.value === parent.id && path?.length === 1 && path[0]?.position === position;
  });
}

function lengths({ minLength, maxLength }: ElementDefinition, place: string, losses: Losses) {
  if ((minLength === undefined) !== (maxLength === undefined))
    losses.add('lengths of which one bound is not given', place);
  if (minLength === undefined || maxLength === undefined) return { MinLength: 'NA', MaxLength: 'NA' };
  return { MinLength: String(minLength), MaxLength: bound(maxLength) };
}

function tellOfWords(
  element: { readonly description?: string; readonly requirement?: string },
  place: string,
  losses: Losses,
): void {
  if (element.description !== undefined) losses.add('words about elements', place);
  if (element.requirement !== undefined) losses.add('requirement ids of elements', place);
}

export function range({ min, max }: Cardinality): { readonly Min: string; readonly Max: string } {
  return { Min: String(min), Max: bound(max) };
}

function bound(max: number): string {
  return max === Number.POSITIVE_INFINITY ? '*' : String(max);
}
