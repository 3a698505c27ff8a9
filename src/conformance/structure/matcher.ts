import type { LineList } from '../instance/line-list.js';

/** What did not fit when lines were laid over a structure; all numbers are indices in the list of lines. */
export interface LeftOver {
  /** Lines that are not in the tree. */
  readonly unexpected: readonly number[];
  /** Neighbouring lines that are in the tree where they belong, which is behind another line. */
  readonly moves: readonly { readonly lines: readonly number[]; readonly behind: number | undefined }[];
  /** Two lines that stand in each other's place, where that is all that is wrong. */
  readonly exchange?: readonly [number, number];
}

/** Makes groups and segments of lines, below the root that the tree already has. */
export interface Matcher {
  /** `queue`: indices of the lines that are segments of the message, in order. */
  match(lines: LineList, queue: readonly number[]): LeftOver;
}
