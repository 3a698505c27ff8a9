import type { Observation, ResultReport, Specimen } from '../../src/messages/facts.js';
import type { LaboratoryOrderable } from '../../src/population/facts.js';
import { emptySystem } from '../exchange/system-state.js';
import type { FillerOrder, FillerState } from '../filler/filler-state.js';

/** What the laboratory holds of one patient. */
export interface LisState extends FillerState<LabOrder> {
  /** Orders of its own and unsolicited results so far: they make filler numbers unique. */
  readonly own: number;
}

export interface LabOrder extends FillerOrder {
  readonly test: LaboratoryOrderable;
  readonly specimen?: Specimen;
  /** As last reported, one entry a pair of OBX-3 and OBX-4. */
  readonly observations: readonly Observation[];
  /** OBR-26 of a reflex test or of an isolate. */
  readonly parentResult?: NonNullable<ResultReport['parentResult']>;
}

export function emptyLis(key: string): LisState {
  return { ...emptySystem(key), orders: [], own: 0 };
}

export function isLisState(held: object): held is LisState {
  return 'orders' in held && 'own' in held && 'care' in held;
}

export function absorbLis(state: LisState, held: LisState): LisState {
  return { ...state, orders: [...held.orders, ...state.orders], own: state.own + held.own };
}
