import type { Delimiters } from '../../hl7/delimiters.js';

/** The lines of a message were found, or why they could not be. */
export type Reading =
  | { readonly kind: 'read'; readonly text: string; readonly delimiters: Delimiters }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Names of the segments that a message may hold, as numbers. */
export type NameCodes = ReadonlySet<number>;
