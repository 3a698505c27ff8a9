import type { EntityIdentifier, MedicationOrder, ObservationOrder } from '../../src/messages/facts.js';
import type { Coded, Identifier } from '../../src/population/facts.js';
import type { RecordedAdministration, RecordedDispense } from '../care/dose-record.js';
import type { OrderDialect } from '../exchange/send-order.js';
import { emptySystem, type SystemState } from '../exchange/system-state.js';
import { isOrder } from '../read/numbers.js';
import type { MedicationState } from '../status/medication-status.js';
import type { OrderState } from '../status/order-status.js';
import type { Request } from '../status/request.js';
import type { FiledAppointment, FiledCharge, FiledDocument } from './filed-items.js';
import type { FiledReport } from './filed-report.js';

/** What the EHR holds of one patient. */
export interface EhrState extends SystemState {
  readonly orders: readonly PlacedOrder[];
  /** The MAR: prescriptions with their doses. */
  readonly prescriptions: readonly Prescription[];
  readonly reports: readonly FiledReport[];
  readonly documents: readonly FiledDocument[];
  readonly appointments: readonly FiledAppointment[];
  readonly charges: readonly FiledCharge[];
  /** ADT messages sent about the patient, and order numbers given: they make ids unique. */
  readonly sent: number;
  readonly numbered: number;
}

/** One step in the life of an order as the EHR saw it. */
export interface StatusChange<S> {
  readonly state: S;
  readonly at: Date;
  /** ORC-1 of the message that brought it. */
  readonly control: string;
}

interface Placed<S, O> {
  /** The order as placed or last changed; `numbers.filler` once the filler gave it. */
  readonly order: O;
  readonly number: EntityIdentifier;
  readonly visit?: Identifier;
  readonly state: S;
  readonly history: readonly StatusChange<S>[];
  /** A request that has not been answered. */
  readonly pending?: Request;
  /** The last answer of the filler to a request (ORC-1). */
  readonly lastAnswer?: string;
  /** Why it was refused or cancelled, as the filler said. */
  readonly reason?: string;
  readonly replacedBy?: EntityIdentifier;
  readonly replaces?: EntityIdentifier;
  readonly sent: number;
}

export interface PlacedOrder extends Placed<OrderState, ObservationOrder> {
  readonly dialect: OrderDialect;
  /** What a pending change (XO) will make of it. */
  readonly proposed?: ObservationOrder;
  /** The examination was done (ORC-5 CM), whether or not it has been reported. */
  readonly performed: boolean;
}

export interface Prescription extends Placed<MedicationState, MedicationOrder> {
  /** The pharmacy has taken it (OK); a pharmacist has still to verify it. */
  readonly accepted: boolean;
  readonly proposed?: MedicationOrder;
  /** RXE-2, once the pharmacy has encoded it. */
  readonly giveCode?: Coded;
  readonly dispenses: readonly RecordedDispense[];
  readonly administrations: readonly RecordedAdministration[];
  readonly discontinuedAt?: Date;
}

export function emptyEhr(key: string): EhrState {
  const none = { orders: [], prescriptions: [], reports: [], documents: [], appointments: [], charges: [] };
  return { ...emptySystem(key), ...none, sent: 0, numbered: 0 };
}

export function findPrescription(state: EhrState, number: EntityIdentifier): Prescription | undefined {
  return state.prescriptions.find(({ order }) => isOrder(order.numbers, { placer: number, filler: number }));
}
