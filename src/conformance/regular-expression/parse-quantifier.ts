import { invalid } from './expression-fault.js';
import { EMPTY, type ExpressionNode } from './expression-node.js';
import type { PatternCursor } from './pattern-cursor.js';

/** The greatest number that Java takes in `{n,m}`. */
const MOST = 0x7fffffff;

/** The node with the quantifier that follows it, or as it is. */
export function withQuantifier(cursor: PatternCursor, of: ExpressionNode): ExpressionNode {
  cursor.skipComments();
  const bounds = parseBounds(cursor);
  if (bounds === undefined) return of;
  const [min, max] = bounds;
  if (cursor.takes('+')) return { kind: 'atomic', of: repeat(of, min, max, false) };
  return repeat(of, min, max, cursor.takes('?'));
}

function repeat(of: ExpressionNode, min: number, max: number, lazy: boolean): ExpressionNode {
  return of === EMPTY ? EMPTY : { kind: 'repeat', of, min, max, lazy };
}

function parseBounds(cursor: PatternCursor): readonly [number, number] | undefined {
  if (cursor.takes('*')) return [0, Number.POSITIVE_INFINITY];
  if (cursor.takes('+')) return [1, Number.POSITIVE_INFINITY];
  if (cursor.takes('?')) return [0, 1];
  if (!cursor.takes('{')) return undefined;
  const inside = cursor.textUntil('}');
  const [, low, comma, high] = /^(\d+)(,)?(\d*)$/.exec(inside) ?? [];
  if (low === undefined) throw invalid(`{${inside}} is no number of repetitions`);
  const min = Number(low);
  const max = comma === undefined ? min : high === '' ? Number.POSITIVE_INFINITY : Number(high);
  if (min > MOST || (max !== Number.POSITIVE_INFINITY && max > MOST)) throw invalid(`{${inside}} is too much`);
  if (max < min) throw invalid(`{${inside}} ends before it begins`);
  return [min, max];
}
