/**
 * The facts of a synthetic hospital: people, visits, places and the catalogues from which orders are made.
 * Plain data; nothing here knows HL7 messages. Dates without time are `YYYYMMDD`.
 */

/** An identifier with its assigning authority (CX.1, CX.4, CX.5). Two patients may share `id` under different authorities. */
export interface Identifier {
  readonly id: string;
  readonly authority: string;
  /** Table 0203: MR medical record, AN account, VN visit, PI internal, SS social security ... */
  readonly type: string;
}

export interface PersonName {
  readonly family: string;
  readonly given: string;
  readonly middle?: string;
  readonly suffix?: string;
  readonly prefix?: string;
}

export interface Address {
  readonly street: string;
  readonly other?: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  /** ISO 3166 alpha-3, as table 0399 asks. */
  readonly country: string;
}

export interface Allergy {
  readonly code: string;
  readonly system: string;
  readonly text: string;
  /** Table 0127. */
  readonly type: string;
  /** Table 0128. */
  readonly severity: string;
  /** A short word: AL1-5 takes 15 characters. */
  readonly reaction: string;
  /** Our own class, matched with a drug's `allergyClass`. */
  readonly allergyClass?: string;
}

export interface NextOfKin {
  readonly name: PersonName;
  /** Table 0063, as code and text. */
  readonly relationship: { readonly code: string; readonly text: string };
  readonly phone: string;
}

export interface Insurance {
  readonly planId: string;
  readonly planName: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly policyNumber: string;
}

export interface Patient {
  /** The first is the medical record number under which the harness knows the patient. */
  readonly identifiers: readonly Identifier[];
  readonly name: PersonName;
  readonly birthDate: string;
  /** Table 0001. */
  readonly sex: 'F' | 'M';
  readonly address: Address;
  readonly phone: string;
  readonly language: string;
  readonly maritalStatus: string;
  readonly account: Identifier;
  readonly allergies: readonly Allergy[];
  readonly nextOfKin: readonly NextOfKin[];
  readonly insurance: readonly Insurance[];
}

export interface Provider {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  readonly authority: string;
}

/** PL: point of care, room, bed, facility. */
export interface Location {
  readonly pointOfCare: string;
  readonly room?: string;
  readonly bed?: string;
  readonly facility?: string;
}

export interface Coded {
  readonly code: string;
  readonly text: string;
  /** Table 0396: LN, I10, RXNORM, L ... */
  readonly system: string;
}

export interface Visit {
  readonly number: Identifier;
  /** Table 0004: I inpatient, O outpatient, E emergency, P pre-admit, N not applicable. */
  readonly patientClass: 'I' | 'O' | 'E' | 'P' | 'N';
  readonly location?: Location;
  readonly priorLocation?: Location;
  readonly pendingLocation?: Location;
  readonly hospitalService: string;
  readonly attending: Provider;
  readonly admitting: Provider;
  readonly preAdmitNumber?: string;
  readonly expectedAdmit?: Date;
  readonly admittedAt?: Date;
  readonly dischargedAt?: Date;
  /** Table 0112. */
  readonly dischargeDisposition?: string;
  readonly diagnoses: readonly Coded[];
}

/** A reference range that holds for one sex (A = any) and an age in whole years, both ends included. */
export interface ReferenceRange {
  readonly sex: 'A' | 'F' | 'M';
  readonly ageMin: number;
  readonly ageMax: number;
  readonly low?: number;
  readonly high?: number;
  readonly criticalLow?: number;
  readonly criticalHigh?: number;
}

export interface Analyte extends Coded {
  /** The LOINC long common name, kept with the code as its licence asks; `text` is our short label. */
  readonly longName: string;
  /** Table 0070. */
  readonly specimen: string;
  readonly valueType: 'NM' | 'SN' | 'CE' | 'ST';
  /** UCUM; empty when dimensionless. */
  readonly unit: string;
  readonly decimals: number;
  readonly ranges: readonly ReferenceRange[];
  /** For coded and text analytes: what may be reported, and what is normal. */
  readonly values: readonly string[];
  readonly expected?: string;
}

export interface LaboratoryOrderable extends Coded {
  readonly longName: string;
  readonly specimen: string;
  readonly tube: string;
  readonly analytes: readonly Analyte[];
  readonly turnaroundMinutes: number;
}

export interface ImagingProcedure extends Coded {
  readonly longName: string;
  readonly modality: string;
  readonly bodyPart: string;
  readonly laterality?: string;
  readonly durationMinutes: number;
  readonly contrast: boolean;
}

export interface Drug extends Coded {
  readonly ingredient: string;
  readonly dose: number;
  readonly doseUnit: string;
  readonly form: string;
  /** Table 0162. */
  readonly route: string;
  /** Table 0335 repeat patterns that make sense for it; PRN marks "as needed". */
  readonly frequencies: readonly string[];
  readonly maxDaily: string;
  readonly allergyClass?: string;
}
