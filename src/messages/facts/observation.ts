import type { Address, Coded, ImagingProcedure, LaboratoryOrderable, Provider } from '../../population/facts.js';
import type { EntityIdentifier, ObservationStatus, OrderCommon, ResultStatus } from './order.js';

export interface Specimen {
  /** SPM-2. */
  readonly id: EntityIdentifier;
  /** Table 0070 code (SPM-4 takes its 0487 equivalent from 2.5 on). */
  readonly type: string;
  readonly collectedAt?: Date;
  readonly receivedAt?: Date;
  readonly condition?: Coded;
}

/** A laboratory or imaging order: ORC with OBR. */
export interface ObservationOrder extends OrderCommon {
  readonly service: Coded | LaboratoryOrderable | ImagingProcedure;
  /** OBR-24: LAB, RAD ... (table 0074). */
  readonly section: string;
  /** OBR-7: when the specimen was taken or the examination began. */
  readonly collectedAt?: Date;
  readonly specimen?: Specimen;
  readonly diagnoses?: readonly Coded[];
  /** OBR-31. */
  readonly reasonForStudy?: string;
  /** OBR-11: table 0065. */
  readonly specimenAction?: string;
  readonly questions?: readonly Observation[];
  /** OBR-25 of an order message from the filler (SC, OC); OBR-22 is then ORC-9. A report has its own. */
  readonly resultStatus?: ResultStatus;
  /** OBR-36. */
  readonly scheduledAt?: Date;
  readonly imaging?: ImagingNumbers;
}

/** IPC segment (2.5 and later); ZDS-1 in 2.3.1. */
export interface ImagingNumbers {
  readonly accession: EntityIdentifier;
  readonly requestedProcedure: EntityIdentifier;
  readonly studyInstanceUid: string;
  readonly scheduledStep: EntityIdentifier;
  readonly modality: string;
}

/** The value of an OBX-5, by the data type in OBX-2. */
export type ObservationValue =
  | { readonly type: 'NM'; readonly value: string }
  | {
      readonly type: 'SN';
      readonly comparator?: string;
      readonly num1: string;
      readonly separator?: string;
      readonly num2?: string;
    }
  | { readonly type: 'ST'; readonly value: string }
  | { readonly type: 'CE'; readonly value: Coded }
  /** Free text; one repetition a paragraph. */
  | { readonly type: 'TX'; readonly lines: readonly string[] }
  /** Formatted text; line feeds become `\.br\`. */
  | { readonly type: 'FT'; readonly text: string }
  /** An embedded document, base64. */
  | { readonly type: 'ED'; readonly mediaType: string; readonly subtype: string; readonly base64: string }
  | { readonly type: 'none' };

export interface Observation {
  readonly id: Coded;
  /** OBX-4. */
  readonly subId?: string;
  readonly value: ObservationValue;
  readonly unit?: string;
  /** OBX-7, as printed: `3.5-5.1`, `<0.04`. */
  readonly range?: string;
  /** OBX-8, table 0078. */
  readonly flags?: readonly string[];
  readonly status: ObservationStatus;
  /** OBX-14. */
  readonly observedAt?: Date;
  readonly notes?: readonly string[];
}

/** ORC, OBR and the observations of one report. */
export interface ResultReport {
  readonly order: ObservationOrder;
  readonly resultStatus: ResultStatus;
  /** OBR-22 and OBX-19. */
  readonly reportedAt: Date;
  readonly observations: readonly Observation[];
  /** OBR-26: the observation of the parent that led to this order. */
  readonly parentResult?: { readonly id: Coded; readonly subId?: string; readonly text?: string };
  /** OBR-32. */
  readonly interpreter?: Provider;
  /** OBX-23, 24 and 25 (2.5.1): the laboratory that did the work, and its director. */
  readonly performer?: { readonly name: string; readonly address?: Address; readonly director?: Provider };
  readonly specimen?: Specimen;
}
