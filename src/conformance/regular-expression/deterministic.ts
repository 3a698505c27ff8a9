import { never } from '../../base/never.js';
import { type CharacterSet, overlap } from './character-set.js';
import type { ExpressionNode } from './expression-node.js';

/** More places than this are not looked at. */
const MOST_PLACES = 100;

/** Where a part can begin and end, by the numbers of its places (Glushkov's construction). */
interface Part {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

interface Automaton {
  readonly sets: CharacterSet[];
  /** Which places may follow a place; one that follows in two ways stands there twice. */
  readonly follow: number[][];
  isAmbiguous: boolean;
}

const NOTHING: Part = { nullable: true, first: [], last: [] };

/**
 * Whether the next character always tells which way to go, so that no engine ever has to come back: then matching takes time
 * in proportion to the length of the text. False also where it is not known.
 */
export function isDeterministic(node: ExpressionNode): boolean {
  const automaton: Automaton = { sets: [], follow: [], isAmbiguous: false };
  const whole = build(automaton, node);
  if (automaton.isAmbiguous || automaton.sets.length > MOST_PLACES) return false;
  return isClear(automaton, whole.first) && automaton.follow.every((places) => isClear(automaton, places));
}

function isClear({ sets }: Automaton, places: readonly number[]): boolean {
  for (let i = 0; i < places.length; i++) {
    for (let j = i + 1; j < places.length; j++) {
      if (overlap(sets[places[i] ?? 0] ?? [], sets[places[j] ?? 0] ?? [])) return false;
    }
  }
  return true;
}

function build(automaton: Automaton, node: ExpressionNode): Part {
  if (automaton.isAmbiguous || automaton.sets.length > MOST_PLACES) return NOTHING;
  switch (node.kind) {
    case 'empty':
      return NOTHING;
    case 'characters': {
      const place = automaton.sets.push(node.set) - 1;
      automaton.follow.push([]);
      return { nullable: false, first: [place], last: [place] };
    }
    case 'sequence':
      return node.items.reduce<Part>((left, item) => joined(automaton, left, build(automaton, item)), NOTHING);
    case 'choice':
      return anyOf(
        automaton,
        node.alternatives.map((each) => build(automaton, each)),
      );
    case 'repeat':
      return repeated(automaton, build(automaton, node.of), node.min, node.max);
    case 'group':
      return build(automaton, node.of);
    case 'atomic':
    case 'look':
    case 'reference':
    case 'boundary':
      automaton.isAmbiguous = true;
      return NOTHING;
    default:
      return never(node);
  }
}

function joined(automaton: Automaton, left: Part, right: Part): Part {
  connect(automaton, left.last, right.first);
  return {
    nullable: left.nullable && right.nullable,
    first: left.nullable ? [...left.first, ...right.first] : left.first,
    last: right.nullable ? [...left.last, ...right.last] : right.last,
  };
}

function anyOf(automaton: Automaton, parts: readonly Part[]): Part {
  // Two ways to match nothing are two ways.
  if (parts.filter(({ nullable }) => nullable).length > 1) automaton.isAmbiguous = true;
  return {
    nullable: parts.some(({ nullable }) => nullable),
    first: parts.flatMap(({ first }) => first),
    last: parts.flatMap(({ last }) => last),
  };
}

function repeated(automaton: Automaton, part: Part, min: number, max: number): Part {
  if (max === 0) return NOTHING;
  if (max > 1) {
    const isStar = min === 0 && max === Number.POSITIVE_INFINITY;
    if (part.nullable && !isStar) automaton.isAmbiguous = true;
    connect(automaton, part.last, part.first);
  }
  return { ...part, nullable: part.nullable || min === 0 };
}

function connect(automaton: Automaton, from: readonly number[], to: readonly number[]): void {
  for (const place of from) {
    const following = automaton.follow[place] ?? [];
    following.push(...to);
    // Then one follows in several ways.
    if (following.length > MOST_PLACES) automaton.isAmbiguous = true;
  }
}
