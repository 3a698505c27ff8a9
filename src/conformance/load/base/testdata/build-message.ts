import type { Profile } from '../../../model/profile.js';
import type { ElementDefinition, MessageDefinition, StructureNode } from '../../../model/structure.js';

/** A line of a message and whether its place is required by all that stands around it. */
export interface BuiltLine {
  readonly name: string;
  readonly text: string;
  readonly isRequired: boolean;
}

/** Of choices the alternative that is built, by number; the last one where there are fewer. */
export interface BuildOptions {
  readonly alternative?: number;
  /** Optional segments too. */
  readonly isFull?: boolean;
}

/** A message that a profile of the base standard describes: every segment once, each with what it requires. */
export function buildMessage(profile: Profile, options: BuildOptions = {}): readonly BuiltLine[] {
  const [message] = profile.messages;
  return message === undefined ? [] : new MessageBuilder(profile, message, options).lines(message.children, true);
}

export function textOf(lines: readonly BuiltLine[]): Buffer {
  return Buffer.from(lines.map(({ text }) => `${text}\r`).join(''));
}

const VALUES: Readonly<Record<string, string>> = {
  DT: '20240102',
  DTM: '20240102030405',
  TM: '0304',
  NM: '1',
  SI: '1',
  TN: '555-1234',
};

class MessageBuilder {
  readonly #profile: Profile;
  readonly #message: MessageDefinition;
  readonly #options: BuildOptions;

  constructor(profile: Profile, message: MessageDefinition, options: BuildOptions) {
    this.#profile = profile;
    this.#message = message;
    this.#options = options;
  }

  lines(nodes: readonly StructureNode[], isRequired: boolean): readonly BuiltLine[] {
    return nodes.flatMap((node) => this.#node(node, isRequired));
  }

  #node(node: StructureNode, isRequiredAbove: boolean): readonly BuiltLine[] {
    const isRequired = isRequiredAbove && node.usage === 'R';
    if (node.usage !== 'R' && this.#options.isFull !== true) return [];
    if (node.kind === 'segment') return [{ name: node.ref, text: this.#segment(node.ref), isRequired }];
    if (node.kind === 'group') return this.lines(node.children, isRequired);
    const at = Math.min(this.#options.alternative ?? 0, node.alternatives.length - 1);
    return this.lines(node.alternatives.slice(at, at + 1), isRequired);
  }

  #segment(id: string): string {
    const fields = this.#profile.segments.get(id)?.fields ?? [];
    const mappings = this.#profile.segments.get(id)?.mappings ?? [];
    const isKey = (position: number): boolean => mappings.some(({ reference }) => reference === String(position));
    const values = fields.map((field) => {
      // What tells the type of another field has to name one; that field is then a simple text.
      if (isKey(field.position)) return 'ST';
      return field.usage === 'R' ? this.#value('segment', id, field, ['^', '&']) : '';
    });
    if (id === 'MSH') return this.#header(values);
    return [id, ...values].join('|').replace(/\|+$/, '');
  }

  #header(values: string[]): string {
    const { type, event, structure } = this.#message;
    const version = this.#profile.hl7Version;
    // An acknowledgment has the event of what it answers.
    values[8] = [type, event || 'A01', ...(version < '2.3.1' ? [] : [structure])].join('^');
    values[11] = version;
    values[10] = 'P';
    return ['MSH', '^~\\&', ...values.slice(2)].join('|').replace(/\|+$/, '');
  }

  #value(kind: 'segment' | 'datatype', id: string, element: ElementDefinition, separators: readonly string[]): string {
    const datatype = this.#profile.datatypes.get(element.datatype);
    const components = datatype?.components ?? [];
    const [separator = '', ...below] = separators;
    if (components.length > 0) {
      const parts = components.map((part, index) =>
        part.usage === 'R' || index === 0 ? this.#value('datatype', element.datatype, part, below) : '',
      );
      return parts.join(separator).replace(new RegExp(`\\${separator || '.'}+$`), '');
    }
    return VALUES[datatype?.name ?? ''] ?? this.#code(kind, id, element) ?? 'A';
  }

  #code(kind: 'segment' | 'datatype', id: string, element: ElementDefinition): string | undefined {
    const bound = this.#profile.rules.bindings.find(
      ({ on, rule }) => on.kind === kind && on.value === id && rule.target === `${element.position}[*]`,
    );
    const codes = this.#profile.valueSets.sets.get(bound?.rule.sets[0] ?? '')?.codes ?? [];
    const longest = element.maxLength ?? Number.POSITIVE_INFINITY;
    return codes.find(({ value, pattern }) => pattern === undefined && value.length <= longest)?.value;
  }
}
