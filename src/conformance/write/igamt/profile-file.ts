import { never } from '../../../base/never.js';
import { decidedElements } from '../../model/decided-elements.js';
import type { Profile } from '../../model/profile.js';
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
import { isWritten } from './written-predicate.js';

/** What everything that is written into Profile.xml shares. */
interface Writing {
  readonly profile: Profile;
  readonly losses: Losses;
  /** Conditional elements whose outcomes a predicate in Constraints.xml states. */
  readonly decided: ReadonlySet<ElementDefinition | StructureNode>;
}

const UNDECIDED = 'usages C(a/b) without a condition: written as C';

/** Profile.xml. */
export function profileFile(profile: Profile, losses: Losses): XmlNode {
  const { id, type, hl7Version, messages, segments, datatypes } = profile;
  tellOfHeading(profile, losses);
  const writing = { profile, losses, decided: decidedElements(profile, isWritten) };
  return xml('ConformanceProfile', { ID: id, Type: type, HL7Version: hl7Version, SchemaVersion: '1.6' }, [
    metadata(profile),
    xml('Encodings', {}, [xml('Encoding', {}, ['ER7'])]),
    xml(
      'Messages',
      {},
      messages.map((message) => messageElement(writing, message)),
    ),
    xml(
      'Segments',
      {},
      [...segments.values()].map((segment) => segmentElement(writing, segment)),
    ),
    xml(
      'Datatypes',
      {},
      [...datatypes.values()].map((datatype) => datatypeElement(writing, datatype)),
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

function messageElement(writing: Writing, message: MessageDefinition): XmlNode {
  const { id, identifier, name, type, event, structure, description, children } = message;
  const attributes = {
    ID: id,
    Identifier: identifier ?? identifiersOfNoMessage(writing.profile)[0],
    Name: name,
    Type: type,
    Event: event,
    StructID: structure,
    Description: description,
  };
  return xml(
    'Message',
    attributes,
    children.map((child) => nodeElement(writing, child)),
  );
}

function nodeElement(writing: Writing, node: StructureNode): XmlNode {
  const { decided, losses } = writing;
  const place = node.kind === 'segment' ? node.ref : node.name;
  tellOfWords(node, place, losses);
  if (node.outcome !== undefined && !decided.has(node)) losses.add(UNDECIDED, place);
  const attributes = { Usage: node.usage, ...range(node.cardinality) };
  switch (node.kind) {
    case 'segment':
      return xml('Segment', { Ref: node.ref, ...attributes });
    case 'group':
      return xml(
        'Group',
        { ID: node.id, Name: node.name, ...attributes },
        node.children.map((one) => nodeElement(writing, one)),
      );
    case 'choice': {
      losses.add('choices: written as a group of optional segments, rules that lead into it go astray', place);
      const children = node.alternatives.map((one) =>
        nodeElement(writing, { ...one, usage: 'O', cardinality: { ...one.cardinality, min: 0 } }),
      );
      return xml('Group', { ID: `CHOICE ${place}`, Name: 'CHOICE', ...attributes }, children);
    }
    default:
      return never(node);
  }
}

function segmentElement(writing: Writing, segment: SegmentDefinition): XmlNode {
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
    ...fields.map((field) => partElement(writing, 'Field', `${id}-${field.position}`, field)),
  ]);
}

function datatypeElement(writing: Writing, datatype: DatatypeDefinition): XmlNode {
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
    components.map((component) => partElement(writing, 'Component', `${id}.${component.position}`, component)),
  );
}

function partElement(
  { decided, losses }: Writing,
  name: 'Field' | 'Component',
  place: string,
  element: ElementDefinition,
): XmlNode {
  tellOfWords(element, place, losses);
  if (element.examples !== undefined) losses.add('examples', place);
  if (element.outcome !== undefined && !decided.has(element)) losses.add(UNDECIDED, place);
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
