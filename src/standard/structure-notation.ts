import { never } from '../base/never.js';
import type { Occurrence, StructureNode } from './structure.js';

/**
 * Message structures as text, close to the standard's abstract syntax: `[x]` optional, `{x}` repeating,
 * `<NAME: ...>` group, `( A | B )` exactly one alternative, everything else in order.
 */
export function printStructure(nodes: readonly StructureNode[]): string {
  return nodes.map(printNode).join(' ');
}

function printNode(node: StructureNode): string {
  const body = printBody(node);
  const repeated = node.max > 1 ? `{${body}}` : body;
  return node.min === 0 ? `[${repeated}]` : repeated;
}

function printBody(node: StructureNode): string {
  switch (node.kind) {
    case 'segment':
      return node.name;
    case 'group':
      return `<${node.name}: ${printStructure(node.nodes)}>`;
    case 'choice':
      return `( ${node.alternatives.map(printNode).join(' | ')} )`;
    default:
      return never(node);
  }
}

const ONCE: Occurrence = { min: 1, max: 1 };
const TOKEN = /[[\]{}<>()|]|[A-Za-z0-9_]+:?/g;

/** The tree of a structure's text. Throws with the place where the text is not well-formed. */
export function parseStructure(text: string): readonly StructureNode[] {
  const tokens = text.match(TOKEN) ?? [];
  const reader = new StructureReader(tokens, text);
  const nodes = reader.sequence(undefined);
  reader.expectEnd();
  return nodes;
}

class StructureReader {
  readonly #tokens: readonly string[];
  readonly #text: string;
  #next = 0;

  constructor(tokens: readonly string[], text: string) {
    this.#tokens = tokens;
    this.#text = text;
  }

  /** Nodes up to the closing token, which is not taken. */
  sequence(close: string | undefined): readonly StructureNode[] {
    const nodes: StructureNode[] = [];
    while (this.#next < this.#tokens.length && this.#tokens[this.#next] !== close) nodes.push(this.#node(ONCE));
    return nodes;
  }

  expectEnd(): void {
    if (this.#next < this.#tokens.length) this.#fail();
  }

  #node(occurrence: Occurrence): StructureNode {
    const token = this.#take();
    switch (token) {
      case '[':
        return this.#closed(']', this.#node({ ...occurrence, min: 0 }));
      case '{':
        return this.#closed('}', this.#node({ ...occurrence, max: Number.POSITIVE_INFINITY }));
      case '<':
        return this.#closed('>', this.#group(occurrence));
      case '(':
        return this.#closed(')', this.#choice(occurrence));
      default:
        if (!/^\w+$/.test(token)) this.#fail();
        return { kind: 'segment', name: token, ...occurrence };
    }
  }

  #group(occurrence: Occurrence): StructureNode {
    const name = this.#take();
    if (!name.endsWith(':')) this.#fail();
    return { kind: 'group', name: name.slice(0, -1), nodes: this.sequence('>'), ...occurrence };
  }

  #choice(occurrence: Occurrence): StructureNode {
    const alternatives = [this.#node(ONCE)];
    while (this.#tokens[this.#next] === '|') {
      this.#next++;
      alternatives.push(this.#node(ONCE));
    }
    const name = alternatives.map((alternative) => alternative.name).join('|');
    return { kind: 'choice', name, alternatives, ...occurrence };
  }

  #closed(close: string, node: StructureNode): StructureNode {
    if (this.#take() !== close) this.#fail();
    return node;
  }

  #take(): string {
    return this.#tokens[this.#next++] ?? this.#fail();
  }

  #fail(): never {
    throw new Error(
      `structure notation: unexpected '${this.#tokens[this.#next - 1]}' (token ${this.#next}) in ${this.#text}`,
    );
  }
}
