import type { EntityIdentifier, ImagingNumbers, Observation } from '../../src/messages/facts.js';
import type { ImagingProcedure, Provider } from '../../src/population/facts.js';
import { emptySystem } from '../exchange/system-state.js';
import type { FillerOrder, FillerState } from '../filler/filler-state.js';

/** What radiology holds of one patient. */
export type RisState = FillerState<ImagingOrder>;

export interface ImagingOrder extends FillerOrder {
  readonly procedure: ImagingProcedure;
  /** Accession, study, requested procedure and step: given once, the same in every message. */
  readonly imaging: ImagingNumbers;
  readonly appointment?: BookedAppointment;
  /** The examination was done (ORC-5 CM), reported or not. */
  readonly performed: boolean;
  /** A charge has gone out: it never goes out again. */
  readonly charged: boolean;
  /** The report as last sent; empty before. */
  readonly observations: readonly Observation[];
  readonly interpreter?: Provider;
}

export interface BookedAppointment {
  readonly number: EntityIdentifier;
  readonly startAt: Date;
  readonly standing: 'booked' | 'cancelled' | 'no-show';
}

export function emptyRis(key: string): RisState {
  return { ...emptySystem(key), orders: [] };
}

export function isRisState(held: object): held is RisState {
  return 'orders' in held && 'care' in held && !('own' in held);
}

export function absorbRis(state: RisState, held: RisState): RisState {
  return { ...state, orders: [...held.orders, ...state.orders] };
}
