import type { CharacterSet } from './character-set.js';

/** Places between characters at which something is demanded. */
export type Boundary =
  | 'text-start'
  | 'text-end'
  /** The end, or before a final line terminator: Java's `$` and `\Z`. */
  | 'final-line-end'
  | 'line-start'
  | 'line-end'
  | 'word'
  | 'not-word';

/** A regular expression, read: case, classes and flags are already worked into sets of characters. */
export type ExpressionNode =
  | { readonly kind: 'empty' }
  | { readonly kind: 'characters'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly items: readonly ExpressionNode[] }
  | { readonly kind: 'choice'; readonly alternatives: readonly ExpressionNode[] }
  /** `max` is Infinity where there is no end. */
  | {
      readonly kind: 'repeat';
      readonly of: ExpressionNode;
      readonly min: number;
      readonly max: number;
      /** Fewer first. It makes a difference inside of what is atomic only. */
      readonly lazy: boolean;
    }
  /** A numbered group, to which a reference may lead back. */
  | { readonly kind: 'group'; readonly of: ExpressionNode; readonly number: number }
  /** What it has matched first is never given up: `(?>...)` and possessive quantifiers. */
  | { readonly kind: 'atomic'; readonly of: ExpressionNode }
  | { readonly kind: 'look'; readonly ahead: boolean; readonly negative: boolean; readonly of: ExpressionNode }
  | { readonly kind: 'reference'; readonly group: number; readonly ignoreCase: boolean }
  | { readonly kind: 'boundary'; readonly at: Boundary };

export const EMPTY: ExpressionNode = { kind: 'empty' };

export function sequence(items: readonly ExpressionNode[]): ExpressionNode {
  const only = items[0];
  if (only === undefined) return EMPTY;
  return items.length === 1 ? only : { kind: 'sequence', items };
}
