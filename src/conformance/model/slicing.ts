import type { Assertion } from './assertion.js';
import type { SourcePlace } from './source-place.js';

/** Picks another flavour (segment or data type id `ref`) for some occurrences of the element at `position`. */
export type Slicing =
  | {
      readonly kind: 'assertion';
      readonly position: number;
      readonly slices: readonly { readonly ref: string; readonly description: string; readonly assertion: Assertion }[];
    }
  | {
      readonly kind: 'occurrence';
      readonly position: number;
      readonly slices: readonly { readonly ref: string; readonly occurrence: number }[];
    };

/** Slicings of the children of one message or group (segments), or of one segment (fields). */
export interface SlicingContext {
  readonly kind: 'segments' | 'fields';
  /** Of the message, for segments. */
  readonly message?: string;
  /** Group id, segment id; the message's own id for its direct children. */
  readonly context: string;
  readonly slicings: readonly Slicing[];
  readonly place?: SourcePlace;
}
