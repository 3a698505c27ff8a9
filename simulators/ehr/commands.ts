import type { EntityIdentifier, MedicationOrder, ObservationOrder, Priority } from '../../src/messages/facts.js';
import type { Erased } from '../../src/messages/segments/pid.js';
import type { Coded, Drug, Identifier, Location, Patient, Provider, Visit } from '../../src/population/facts.js';
import type { PatientReference } from '../care/patient-key.js';
import type { OrderDialect } from '../exchange/send-order.js';

/** What a person at the EHR does. Each command becomes one message, unless the EHR itself refuses it. */
export type EhrCommand = AdtCommand | OrderCommand | MedicationCommand;

interface Entry {
  /** Who enters it (EVN-5, ORC-10). */
  readonly by?: Provider;
  /** Sends the message although it does not fit the record, as a faulty EHR would; the record stays as it is. */
  readonly force?: boolean;
}

interface AboutPatient extends Entry {
  readonly patient: PatientReference;
}

interface AboutVisit extends AboutPatient {
  /** Absent: the open visit, else the last. */
  readonly visit?: Identifier;
}

interface WithVisit extends Entry {
  readonly patient: Patient;
  readonly visit: Visit;
}

/** `silent`: the record changes and nobody is told, as when the interface is down. */
export type AdtCommand = AdtChange & { readonly silent?: boolean };

type AdtChange =
  | (Entry & { readonly kind: 'add-person'; readonly patient: Patient })
  | (WithVisit & { readonly kind: 'pre-admit' })
  | (WithVisit & { readonly kind: 'register' })
  | (WithVisit & { readonly kind: 'admit' })
  /** A38, or A11 as classic sites do. */
  | (AboutVisit & { readonly kind: 'cancel-pre-admit'; readonly event?: 'A38' | 'A11' })
  | (AboutVisit & { readonly kind: 'cancel-admit' })
  | (AboutVisit & { readonly kind: 'transfer'; readonly to: Location })
  | (AboutVisit & { readonly kind: 'cancel-transfer' })
  /** A08 with the patient's whole facts; `visit` changes facts of the visit too. */
  | (Entry & UpdateFacts & { readonly kind: 'update'; readonly visit?: Identifier; readonly changes?: Partial<Visit> })
  | (Entry & UpdateFacts & { readonly kind: 'update-person' })
  | (AboutVisit & { readonly kind: 'change-class' } & ClassChange)
  | (AboutVisit & { readonly kind: 'discharge'; readonly disposition?: string })
  | (AboutVisit & { readonly kind: 'cancel-discharge' })
  /** A40: `patient` survives. */
  | (AboutPatient & { readonly kind: 'merge'; readonly subsumed: Identifier; readonly account?: Identifier });

interface UpdateFacts {
  readonly patient: Patient;
  /** What is taken away: `""` goes out where an empty field would change nothing. */
  readonly erased?: readonly Erased[];
}

interface ClassChange {
  readonly to: 'I' | 'O' | 'E';
  readonly location?: Location;
  /** A new visit number; the old one then travels in MRG-5. */
  readonly number?: Identifier;
}

/** One service to be asked for. */
export interface NewOrder
  extends Partial<
    Pick<
      ObservationOrder,
      | 'startAt'
      | 'endAt'
      | 'repeatPattern'
      | 'collectedAt'
      | 'specimen'
      | 'specimenAction'
      | 'diagnoses'
      | 'reasonForStudy'
      | 'questions'
      | 'notes'
    >
  > {
  readonly service: ObservationOrder['service'];
  /** Routine when absent. */
  readonly priority?: Priority;
  /** OBR-24; absent: RAD for an imaging procedure, else LAB. */
  readonly section?: string;
  /** ORC-2; absent: the EHR gives one. */
  readonly number?: EntityIdentifier;
}

interface AboutOrder extends AboutPatient {
  /** Placer or filler number. */
  readonly order: EntityIdentifier;
  readonly reason?: string;
}

export type OrderCommand =
  | (AboutVisit & {
      readonly kind: 'place-order';
      /** Several make a requisition with one ORC-4. */
      readonly orders: readonly NewOrder[];
      /** Absent: ORM. OML for the laboratory, OMG for imaging. */
      readonly dialect?: OrderDialect;
      readonly orderedBy?: Provider;
    })
  | (AboutOrder & { readonly kind: 'cancel-order' | 'discontinue-order' | 'hold-order' | 'release-order' })
  | (AboutOrder & { readonly kind: 'change-order'; readonly changes: Partial<NewOrder> })
  | (AboutOrder & { readonly kind: 'replace-order'; readonly replacement: NewOrder });

/** One medicine to be prescribed. Dose, unit and frequency come from the drug unless given. */
export interface NewPrescription
  extends Partial<
    Pick<
      MedicationOrder,
      | 'amountMin'
      | 'amountMax'
      | 'unit'
      | 'instructions'
      | 'substitution'
      | 'components'
      | 'rate'
      | 'phases'
      | 'startAt'
      | 'endAt'
      | 'repeatPattern'
      | 'notes'
      | 'dispenseAmount'
      | 'dispenseUnit'
      | 'refills'
    >
  > {
  readonly drug: Drug;
  readonly priority?: Priority;
  readonly number?: EntityIdentifier;
}

export type MedicationCommand =
  | (AboutVisit & {
      readonly kind: 'prescribe';
      readonly prescriptions: readonly NewPrescription[];
      readonly orderedBy?: Provider;
    })
  | (AboutOrder & {
      readonly kind: 'cancel-prescription' | 'discontinue-prescription' | 'hold-prescription' | 'release-prescription';
    })
  | (AboutOrder & { readonly kind: 'change-prescription'; readonly changes: Partial<NewPrescription> })
  | (AboutOrder & { readonly kind: 'replace-prescription'; readonly replacement: NewPrescription })
  | (AboutPatient & Dose & { readonly kind: 'administer'; readonly order: EntityIdentifier })
  /** RXA-21 U and D: `dose` is RXA-2 of the administration that was wrong. */
  | (AboutPatient &
      Dose & { readonly kind: 'correct-administration'; readonly order: EntityIdentifier; readonly dose: number })
  | (AboutPatient & {
      readonly kind: 'delete-administration';
      readonly order: EntityIdentifier;
      readonly dose: number;
    });

interface Dose {
  /** RXA-20 CP, RE, NA, PA. */
  readonly outcome: 'given' | 'refused' | 'not-done' | 'partial';
  /** Absent: the dose of the order; 0 when nothing was taken. */
  readonly amount?: number;
  /** RXA-18 for a refusal; for a missed dose it goes to the notes, since any value in RXA-18 means a refusal. */
  readonly reason?: Coded | string;
  /** Absent: now. */
  readonly at?: Date;
  readonly lot?: string;
}
