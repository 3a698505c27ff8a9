import type { EntityIdentifier, MedicationOrder } from '../../src/messages/facts.js';
import type { Provider } from '../../src/population/facts.js';
import type { PatientReference } from '../care/patient-key.js';

/** What the pharmacist makes of a prescription; what is not named stays as it was ordered. */
export type Encoding = Partial<
  Pick<
    MedicationOrder,
    | 'drug'
    | 'amountMin'
    | 'amountMax'
    | 'unit'
    | 'instructions'
    | 'substitution'
    | 'dispenseAmount'
    | 'dispenseUnit'
    | 'refills'
    | 'rate'
    | 'components'
    | 'phases'
    | 'repeatPattern'
    | 'startAt'
    | 'endAt'
    | 'notes'
  >
>;

interface AboutPrescription {
  readonly patient: PatientReference;
  /** Placer or filler number. */
  readonly order: EntityIdentifier;
  /** The pharmacist. */
  readonly by?: Provider;
  /** Sends the message although it is illegal, as a faulty pharmacy would; the pharmacy's own status stays. */
  readonly force?: boolean;
}

/** What a pharmacist does. Each command becomes one message, unless the pharmacy itself refuses it. */
export type PharmacyCommand =
  /** RDE^O11: a new prescription, or a change to it, was checked and becomes active. */
  | (AboutPrescription & { readonly kind: 'verify'; readonly encoding?: Encoding })
  /** RDE^O11 once more: a new version of an active prescription supersedes the one before. */
  | (AboutPrescription & { readonly kind: 'encode'; readonly encoding: Encoding })
  | (AboutPrescription & Supply & { readonly kind: 'dispense' })
  /** RDE^O11 with OH, OE and OD. */
  | (AboutPrescription & { readonly kind: 'hold' | 'release' | 'discontinue'; readonly reason?: string })
  /** RDE^O11 with OC: a prescription that was accepted does not pass the pharmacist. */
  | (AboutPrescription & { readonly kind: 'refuse'; readonly reason: string });

export interface Supply {
  /** RXD-4; absent: the amount to dispense of the order, else one dose. */
  readonly amount?: number;
  /** RXD-5, UCUM. */
  readonly unit?: string;
  /** RXD-18; absent: one is made up. */
  readonly lot?: string;
  /** RXD-19, `YYYYMMDD`; absent: a year from now. */
  readonly expiry?: string;
  readonly notes?: readonly string[];
  /** RXD-1; absent: the next one. A faulty pharmacy repeats one. */
  readonly subId?: number;
}
