import type { CompiledAssertion } from './compiled-assertion.js';

/** Which flavour (index of a definition) an occurrence at a position gets: the first slice that fits. */
export type CompiledSlicing =
  | {
      readonly kind: 'assertion';
      readonly slices: readonly {
        readonly definition: number;
        readonly description: string;
        readonly assertion: CompiledAssertion;
      }[];
    }
  | {
      readonly kind: 'occurrence';
      readonly slices: readonly { readonly definition: number; readonly occurrence: number }[];
    };

/** By the position of the sliced child. */
export type SlicingPlan = ReadonlyMap<number, CompiledSlicing>;
