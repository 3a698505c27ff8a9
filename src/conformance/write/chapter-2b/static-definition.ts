import { datatypeKind } from '../../load/chapter-2b/datatype-name.js';
import type { Profile } from '../../model/profile.js';
import type { ConformanceStatement } from '../../model/rule.js';
import { type Above, RulesByPlace } from '../../model/rules-by-place.js';
import type { ElementDefinition, MessageDefinition, StructureNode } from '../../model/structure.js';
import type { Cardinality, ConditionalOutcome, Usage } from '../../model/usage.js';
import type { Losses } from '../losses.js';
import { type XmlNode, xml } from '../xml.js';

/** One message with all its segments and data types written out at their places. */
export function staticDefinition(profile: Profile, message: MessageDefinition, losses: Losses): XmlNode {
  return new StaticWriter(profile, losses).message(message);
}

const PARTS = ['Field', 'Component', 'SubComponent'] as const;

interface Noted {
  readonly description?: string;
  readonly requirement?: string;
}

class StaticWriter {
  readonly #profile: Profile;
  readonly #losses: Losses;
  readonly #rules: RulesByPlace;

  constructor(profile: Profile, losses: Losses) {
    this.#profile = profile;
    this.#losses = losses;
    this.#rules = new RulesByPlace(profile);
  }

  message({ id, type, event, structure, identifier, description, children }: MessageDefinition): XmlNode {
    const attributes = {
      MsgType: type,
      EventType: event,
      MsgStructID: structure === '' ? undefined : structure,
      EventDesc: description,
      Identifier: identifier,
    };
    return xml('HL7v2xStaticDef', attributes, [
      ...this.#notes({}, this.#rules.statements('message', id, structure), id),
      ...children.flatMap((child) =>
        this.#node(child, [{ kind: 'message', id, name: structure, position: child.position }]),
      ),
    ]);
  }

  #node(node: StructureNode, way: readonly Above[]): readonly XmlNode[] {
    if (node.kind === 'choice') {
      this.#losses.add('choices: their alternatives are written one after another, each optional', node.name);
      const optional = (one: StructureNode): StructureNode => ({
        ...one,
        usage: 'O',
        cardinality: { ...one.cardinality, min: 0 },
      });
      return node.alternatives.flatMap((one) => this.#node(optional(one), way));
    }
    const attributes = { Usage: this.#usage(node, nameOf(node)), ...range(node.cardinality) };
    if (node.kind === 'segment') return [this.#segment(node, attributes, way)];
    const { id, name, children } = node;
    return [
      xml('SegGroup', { Name: name, LongName: name, ...attributes }, [
        ...this.#notes(node, this.#rules.statements('group', id, name), name),
        ...this.#predicate(way),
        ...children.flatMap((child) =>
          this.#node(child, [...way, { kind: 'group', id, name, position: child.position }]),
        ),
      ]),
    ];
  }

  #segment(
    node: Extract<StructureNode, { readonly kind: 'segment' }>,
    attributes: XmlNode['attributes'],
    way: readonly Above[],
  ): XmlNode {
    const segment = this.#profile.segments.get(node.ref);
    const name = segment?.name ?? node.ref;
    const mappings = segment?.mappings ?? [];
    if (mappings.length > 0) this.#losses.add('which field tells the type of which', name);
    return xml('Segment', { Name: name, LongName: segment?.description, ...attributes }, [
      ...this.#notes(node, this.#rules.statements('segment', node.ref, name), name),
      ...this.#predicate(way),
      ...(segment?.fields ?? []).map((field) =>
        this.#part(field, [...way, { kind: 'segment', id: node.ref, name, position: field.position }], name, 0),
      ),
    ]);
  }

  #part(element: ElementDefinition, way: readonly Above[], above: string, level: number): XmlNode {
    const place = `${above}${level === 0 ? '-' : '.'}${element.position}`;
    const datatype = this.#profile.datatypes.get(element.datatype);
    const name = datatype?.name ?? element.datatype;
    const components = datatype?.components ?? [];
    const next = level + 1;
    if (components.length > 0 && next >= PARTS.length) this.#losses.add('levels below subcomponents', place);
    const attributes = {
      Name: element.name,
      Usage: this.#usage(element, place),
      ...(element.cardinality && range(element.cardinality)),
      Datatype: flavourName(element.datatype, name),
      Length: this.#length(element, place),
      Table: this.#table(way, place),
      ConstantValue: element.constant,
      ItemNo: element.itemNo,
    };
    const inside = { kind: 'datatype', id: element.datatype, name } as const;
    return xml(PARTS[level] ?? 'SubComponent', attributes, [
      ...this.#notes(element, this.#rules.statements('datatype', element.datatype, name), place),
      ...this.#predicate(way),
      ...(element.examples ?? []).map((example) => xml('DataValues', { ExValue: example })),
      ...(next < PARTS.length ? components : []).map((one) =>
        this.#part(one, [...way, { ...inside, position: one.position }], place, next),
      ),
    ]);
  }

  /** Words of the author, and statements in words: the form has no computable ones. */
  #notes(
    { description, requirement }: Noted,
    statements: readonly ConformanceStatement[],
    place: string,
  ): readonly XmlNode[] {
    for (const { id } of statements) this.#losses.add('conformance statements: written as notes', id || place);
    if (requirement !== undefined) this.#losses.add('requirement ids: written into the notes', requirement);
    const own = description === undefined ? [] : description.split('\n');
    const said = statements.map((rule) => [rule.id, rule.description].filter((text) => text !== '').join(': '));
    const texts = [...(requirement === undefined ? own : [[requirement, ...own].join(': ')]), ...said];
    const [first, second, ...rest] = texts;
    if (first === undefined) return [];
    if (second === undefined) return [xml('ImpNote', {}, [first])];
    const last = rest.length === 0 ? [] : [xml('Reference', {}, [rest.join(' ')])];
    return [xml('ImpNote', {}, [second]), xml('Description', {}, [first]), ...last];
  }

  #predicate(way: readonly Above[]): readonly XmlNode[] {
    const predicate = this.#rules.predicate(way)?.rule;
    if (predicate === undefined) return [];
    if (predicate.condition !== undefined) {
      this.#losses.add('conditions: written in words', predicate.id ?? predicate.description);
    }
    return [xml('Predicate', {}, [predicate.description])];
  }

  /** C stands for R or X there, CE for RE or X. */
  #usage({ usage, outcome }: { readonly usage: Usage; readonly outcome?: ConditionalOutcome }, place: string): string {
    if (usage === 'W' || usage === 'IX') {
      this.#losses.add(`usage ${usage}: written as X`, place);
      return 'X';
    }
    if (outcome === undefined) return usage;
    const { whenTrue, whenFalse } = outcome;
    if (whenFalse === 'X' && (whenTrue === 'R' || whenTrue === 'RE')) return whenTrue === 'R' ? 'C' : 'CE';
    this.#losses.add('outcomes of conditional usages other than R or X: written as C', place);
    return 'C';
  }

  #length({ minLength, maxLength, confLength }: ElementDefinition, place: string): string | undefined {
    if (confLength !== undefined) this.#losses.add('conformance lengths', place);
    if (minLength !== undefined && minLength > 1) this.#losses.add('shortest lengths', place);
    return maxLength === undefined || maxLength === Number.POSITIVE_INFINITY ? undefined : String(maxLength);
  }

  /** The number of an HL7 table, or the id of another set; one alone. */
  #table(way: readonly Above[], place: string): string | undefined {
    const bindings = this.#rules.bindings(way);
    const sets = bindings.flatMap((binding) => binding.sets);
    if (sets.length > 1) this.#losses.add('value sets beside the first one', place);
    if (bindings.some(({ strength }) => strength !== undefined))
      this.#losses.add('how strong value sets are bound', place);
    return sets[0]?.replace(/^HL7(?=\d{4}$)/, '');
  }
}

/** Profiles call flavours by names of their own, `LRI_HD_GU`; ids that only we have give way to HL7's name. */
function flavourName(id: string, name: string): string {
  const isOwn = /^[A-Za-z]\w*$/.test(id) && !new RegExp(`^${name}_\\d+$`).test(id);
  return isOwn && datatypeKind(id).name === name ? id : name;
}

function nameOf(node: Exclude<StructureNode, { readonly kind: 'choice' }>): string {
  return node.kind === 'segment' ? node.ref : node.name;
}

function range({ min, max }: Cardinality): { readonly Min: string; readonly Max: string } {
  return { Min: String(min), Max: max === Number.POSITIVE_INFINITY ? '*' : String(max) };
}
