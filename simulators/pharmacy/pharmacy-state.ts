import type { EntityIdentifier, MedicationOrder } from '../../src/messages/facts.js';
import type { Visit } from '../../src/population/facts.js';
import type { RecordedAdministration, RecordedDispense } from '../care/dose-record.js';
import type { Echo } from '../care/echo.js';
import { emptySystem, type SystemState } from '../exchange/system-state.js';
import { isOrder } from '../read/numbers.js';
import type { MedicationState } from '../status/medication-status.js';

/** What the pharmacy holds of one patient. */
export interface PharmacyState extends SystemState {
  readonly prescriptions: readonly PharmacyPrescription[];
}

export interface PharmacyPrescription {
  /** As ordered or last changed, with the filler number. A refused one has none. */
  readonly order: MedicationOrder;
  /** As the pharmacist encoded it last; absent until it is verified. */
  readonly encoded?: MedicationOrder;
  readonly state: MedicationState;
  readonly history: readonly PharmacyStep[];
  /** The prescriber changed it (XO) after it was verified: nothing is dispensed until a pharmacist has seen the change. */
  readonly awaitsReview: boolean;
  readonly visit?: Visit;
  readonly visitEcho: Echo;
  /** Why it was refused, held or stopped. */
  readonly reason?: string;
  readonly replaces?: EntityIdentifier;
  readonly replacedBy?: EntityIdentifier;
  readonly dispenses: readonly RecordedDispense[];
  /** As the ward reported them: one for each filler number and RXA-2. */
  readonly administrations: readonly RecordedAdministration[];
  /** Messages sent about it: they make control ids unique. */
  readonly sent: number;
}

export interface PharmacyStep {
  readonly state: MedicationState;
  readonly at: Date;
  /** ORC-1 of the message that brought it, or with which it was told. */
  readonly control: string;
}

export function emptyPharmacy(key: string): PharmacyState {
  return { ...emptySystem(key), prescriptions: [] };
}

export function isPharmacyState(held: object): held is PharmacyState {
  return 'prescriptions' in held && !('reports' in held) && 'care' in held;
}

/** Everything is kept under the survivor of a merge. */
export function absorbPharmacy(state: PharmacyState, held: PharmacyState): PharmacyState {
  return { ...state, prescriptions: [...held.prescriptions, ...state.prescriptions] };
}

export function findPharmacyPrescription(
  prescriptions: readonly PharmacyPrescription[],
  number: EntityIdentifier,
): PharmacyPrescription | undefined {
  return prescriptions.find(({ order }) => isOrder(order.numbers, { placer: number, filler: number }));
}

/** Filler number, as it is named in control ids and sentences; the placer's where the prescription was refused. */
export function numberOf({ order: { numbers } }: Pick<PharmacyPrescription, 'order'>): string {
  return numbers.filler?.id ?? numbers.placer?.id ?? '';
}
