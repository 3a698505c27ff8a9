import { never } from '../../base/never.js';

/** The order of segments in one message type, reduced to the segments that matter to the engine. */
export type Grammar =
  | { readonly kind: 'segment'; readonly names: readonly string[] }
  | { readonly kind: 'sequence'; readonly parts: readonly Grammar[] }
  | { readonly kind: 'repeat'; readonly of: Grammar; readonly least: 0 | 1; readonly most: 1 | 'many' };

/**
 * Reads `MSH EVN PID [PV1] { ORC [ OBR | RXO ] }`: brackets for what may be absent, braces for what repeats at least
 * once, `{[ ... ]}` for both, `A | B` for single segments of which one stands there.
 */
export function grammar(text: string): Grammar {
  const tokens = text.match(/[A-Z0-9]{3}|[[\]{}|]/g) ?? [];
  const parts = sequence(tokens, 0);
  if (parts.next < tokens.length) throw new Error(`unbalanced bracket in "${text}"`);
  return parts.grammar;
}

interface Read {
  readonly grammar: Grammar;
  readonly next: number;
}

function sequence(tokens: readonly string[], from: number): Read {
  const parts: Grammar[] = [];
  let next = from;
  while (next < tokens.length && !/[\]}]/.test(tokens[next] ?? '')) {
    const part = tokens[next] === '[' || tokens[next] === '{' ? group(tokens, next) : choice(tokens, next);
    parts.push(part.grammar);
    next = part.next;
  }
  const [only] = parts;
  return { grammar: parts.length === 1 && only ? only : { kind: 'sequence', parts }, next };
}

function group(tokens: readonly string[], open: number): Read {
  const isOptional = tokens[open] === '[';
  const inner = sequence(tokens, open + 1);
  const grammar: Grammar = isOptional
    ? { kind: 'repeat', of: inner.grammar, least: 0, most: 1 }
    : { kind: 'repeat', of: inner.grammar, least: 1, most: 'many' };
  return { grammar, next: inner.next + 1 };
}

function choice(tokens: readonly string[], from: number): Read {
  const names: string[] = [tokens[from] ?? ''];
  let next = from + 1;
  while (tokens[next] === '|') {
    names.push(tokens[next + 1] ?? '');
    next += 2;
  }
  return { grammar: { kind: 'segment', names }, next };
}

/** The segments that a grammar speaks of; a receiver ignores all others. */
export function namesIn(grammar: Grammar): readonly string[] {
  switch (grammar.kind) {
    case 'segment':
      return grammar.names;
    case 'sequence':
      return grammar.parts.flatMap(namesIn);
    case 'repeat':
      return namesIn(grammar.of);
    default:
      return never(grammar);
  }
}

/** Where the names stop following the grammar: what should stand at index `at`. */
export interface Mismatch {
  readonly at: number;
  /** The segment that is missing there; absent where the message should have ended. */
  readonly expected?: string;
}

/** Compares names with a grammar in one pass, deciding by the next name alone. Undefined where they agree. */
export function mismatch(grammar: Grammar, names: readonly string[]): Mismatch | undefined {
  const state = { at: 0 };
  const missing = follow(grammar, names, state);
  if (missing !== undefined) return { at: state.at, expected: missing };
  return state.at < names.length ? { at: state.at } : undefined;
}

/** Moves `state` over what it recognises; returns the name of a segment that is missing. */
function follow(grammar: Grammar, names: readonly string[], state: { at: number }): string | undefined {
  switch (grammar.kind) {
    case 'segment':
      if (!grammar.names.includes(names[state.at] ?? '')) return grammar.names[0];
      state.at++;
      return undefined;
    case 'sequence':
      for (const part of grammar.parts) {
        const missing = follow(part, names, state);
        if (missing !== undefined) return missing;
      }
      return undefined;
    case 'repeat':
      return followRepeat(grammar, names, state);
    default:
      return never(grammar);
  }
}

function followRepeat(
  { of, least, most }: Grammar & { readonly kind: 'repeat' },
  names: readonly string[],
  state: { at: number },
): string | undefined {
  for (let count = 0; most === 'many' || count < most; count++) {
    const before = state.at;
    if (count >= least && !canStart(of, names[before])) return undefined;
    const missing = follow(of, names, state);
    if (missing !== undefined) return missing;
    if (state.at === before) return undefined;
  }
  return undefined;
}

function canStart(grammar: Grammar, name: string | undefined): boolean {
  switch (grammar.kind) {
    case 'segment':
      return name !== undefined && grammar.names.includes(name);
    case 'repeat':
      return canStart(grammar.of, name);
    case 'sequence':
      for (const part of grammar.parts) {
        if (canStart(part, name)) return true;
        if (!canBeEmpty(part)) return false;
      }
      return false;
    default:
      return never(grammar);
  }
}

function canBeEmpty(grammar: Grammar): boolean {
  switch (grammar.kind) {
    case 'segment':
      return false;
    case 'sequence':
      return grammar.parts.every(canBeEmpty);
    case 'repeat':
      return grammar.least === 0 || canBeEmpty(grammar.of);
    default:
      return never(grammar);
  }
}
