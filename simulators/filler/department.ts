import type { Effect, SimulatorTools } from '../../src/endpoint/simulator.js';
import type { ObservationOrder } from '../../src/messages/facts.js';
import type { Coded } from '../../src/population/facts.js';
import type { FillerOrder } from './filler-state.js';

/** What a department decides by itself about an order; everything else is alike in the laboratory and in radiology. */
export interface Department<O extends FillerOrder> {
  /** Takes a new order (its filler number is given), or says why not. `named`: the codes of OBR-4, the placer's first choice first. */
  take(base: FillerOrder, named: readonly Coded[], tools: SimulatorTools): Taken<O>;
  /** What XO makes of an order, or why it cannot be changed so. */
  change(order: O, wanted: ObservationOrder): O | { readonly refused: string };
  /** What the department does of its own accord once it has accepted an order. */
  begin(order: O): readonly Effect[];
}

export type Taken<O> =
  | { readonly kind: 'taken'; readonly order: O }
  | { readonly kind: 'refused'; readonly reason: string };

/** How a filler behaves where sites differ. */
export interface FillerOptions {
  /** An order for a patient of whom no ADT message has spoken. */
  readonly unknownPatients: 'accept' | 'refuse';
  /** An ADT event that does not fit the visit. */
  readonly illegalTransitions: 'flag' | 'refuse';
  readonly mergedNumbers: 'refuse' | 'redirect';
}

export const FILLER_DEFAULTS: FillerOptions = {
  unknownPatients: 'refuse',
  illegalTransitions: 'refuse',
  mergedNumbers: 'refuse',
};
