import type { GrammarNode, MessageGrammar } from './message-grammar.js';

/** A place at which a segment may stand: a leaf of the grammar. */
export interface Position {
  readonly index: number;
  readonly node: GrammarNode;
  /** From a child of the message down to the segment itself. */
  readonly path: readonly GrammarNode[];
  /** Which child of its parent each element of the path is, 0-based. */
  readonly steps: readonly number[];
}

/** All places of a message, in the order of the profile. */
export interface Positions {
  readonly list: readonly Position[];
  /** By the name of the segment. */
  readonly byName: ReadonlyMap<number, readonly Position[]>;
}

export function positionsOf(grammar: MessageGrammar): Positions {
  const list: Position[] = [];
  grammar.children.forEach((child, step) => {
    collect(child, [], [], step, list);
  });
  const byName = new Map<number, Position[]>();
  for (const position of list) {
    const known = byName.get(position.node.name);
    if (known === undefined) byName.set(position.node.name, [position]);
    else known.push(position);
  }
  return { list, byName };
}

function collect(
  node: GrammarNode,
  above: readonly GrammarNode[],
  stepsAbove: readonly number[],
  step: number,
  list: Position[],
): void {
  const path = [...above, node];
  const steps = [...stepsAbove, step];
  if (node.kind === 'segment') list.push({ index: list.length, node, path, steps });
  node.children.forEach((child, at) => {
    collect(child, path, steps, at, list);
  });
}
