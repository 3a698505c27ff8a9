import type { EntityIdentifier, ObservationValue, Specimen } from '../../src/messages/facts.js';
import type { Coded, LaboratoryOrderable } from '../../src/population/facts.js';
import type { ResultMode } from '../../src/population/results/result.js';
import type { PatientReference } from '../care/patient-key.js';

/** A result that a person enters or a scenario asks for. Range and flags follow from the value unless given. */
export interface StatedValue {
  /** Analyte by LOINC code or by name. */
  readonly analyte: string;
  /** As printed: `6.1`, `>100`, `1:160`, `Positive`. */
  readonly value: string;
  /** UCUM; absent: the analyte's. */
  readonly unit?: string;
  readonly flags?: readonly string[];
  readonly notes?: readonly string[];
}

/** Microbiology: one organism with its susceptibilities. */
export interface Isolate {
  readonly organism: Coded;
  /** OBX-5 as a number of colonies, a growth in words. */
  readonly quantity?: string;
  readonly susceptibilities: readonly StatedValue[];
}

interface AboutPatient {
  readonly patient: PatientReference;
  /** Sends the message although it is illegal, as a faulty laboratory would; the laboratory's own status stays. */
  readonly force?: boolean;
}

interface AboutOrder extends AboutPatient {
  /** Placer or filler number. */
  readonly order: EntityIdentifier;
}

/** Status under which a report goes out. */
export type ReportStage = 'partial' | 'preliminary' | 'final';

/** What a person at the laboratory does. */
export type LisCommand =
  | (AboutOrder & ReceiveSpecimen & { readonly kind: 'receive-specimen' })
  | (AboutOrder & Values & { readonly kind: 'report'; readonly as: ReportStage })
  /** OBR-25 C: what is named is corrected, the rest is repeated unchanged. */
  | (AboutOrder & { readonly kind: 'correct'; readonly values: readonly StatedValue[] })
  /** OBX-11 D: the observation was not meant to be there; W: it is known to be wrong. */
  | (AboutOrder & { readonly kind: 'withdraw-observation'; readonly analyte: string; readonly as: 'deleted' | 'wrong' })
  /** OC with the reason: haemolysed, insufficient, mislabelled ... */
  | (AboutOrder & { readonly kind: 'cancel-by-laboratory'; readonly reason: string })
  /** A further test on the same specimen, because of a result (reflex) or on request (add-on). `order` is the parent. */
  | (AboutOrder & FurtherTest & { readonly kind: 'reflex' | 'add-on' })
  | (AboutOrder & { readonly kind: 'report-culture'; readonly as: ReportStage; readonly isolates: readonly Isolate[] })
  /** Text, or a document, in the place of values. */
  | (AboutOrder & { readonly kind: 'report-content'; readonly as: ReportStage; readonly content: Content })
  /** A result that nobody ordered: ORC-2 stays empty. */
  | (AboutPatient &
      Values & { readonly kind: 'report-unsolicited'; readonly test: LaboratoryOrderable; readonly as?: ReportStage })
  /** SN: the laboratory orders by itself and asks for a placer number. */
  | (AboutPatient & { readonly kind: 'order-itself'; readonly test: LaboratoryOrderable });

interface ReceiveSpecimen {
  /** Absent: the order's own, else a new one. */
  readonly specimen?: Partial<Specimen>;
  /** ORM (or OML) with SC, or ORU with OBR-25 I. */
  readonly by?: 'order' | 'result';
}

interface Values {
  /** What is not named is made up by `mode`. */
  readonly values?: readonly StatedValue[];
  /** Absent: plausible. */
  readonly mode?: ResultMode;
}

interface FurtherTest {
  readonly test: LaboratoryOrderable;
  /** The analyte of the parent that led to it. */
  readonly because?: string;
}

export type Content = Extract<ObservationValue, { readonly type: 'TX' | 'FT' | 'ED' | 'ST' | 'SN' | 'CE' }>;
