import type {
  Coded,
  Drug,
  Identifier,
  ImagingProcedure,
  LaboratoryOrderable,
  Location,
  Provider,
} from '../population/facts.js';

/** EI: an order number with the application that assigned it. */
export interface EntityIdentifier {
  readonly id: string;
  readonly namespace: string;
  readonly universalId?: string;
  readonly universalIdType?: string;
}

/** What the header of every message needs. */
export interface Envelope {
  /** MSH-3 and MSH-4. */
  readonly sender: HeaderParty;
  /** MSH-5 and MSH-6. */
  readonly receiver: HeaderParty;
  /** MSH-7 and the event's own time. */
  readonly at: Date;
  /** MSH-10. */
  readonly controlId: string;
  /** MSH-11: T, P or D. */
  readonly processingId: string;
  readonly version: Version;
  /** MSH-18, first repetition; absent means ASCII. */
  readonly charset?: string;
  /** Who entered the event (EVN-5, ORC-10). */
  readonly operator?: Provider;
}

/** MSH-3/4 or 5/6: HD values, `namespace` alone or with a universal id. */
export interface HeaderParty {
  readonly application: string;
  readonly facility: string;
}

export type Version = '2.3' | '2.3.1' | '2.4' | '2.5' | '2.5.1';

export interface OrderNumbers {
  /** ORC-2, OBR-2. */
  readonly placer?: EntityIdentifier;
  /** ORC-3, OBR-3. */
  readonly filler?: EntityIdentifier;
  /** ORC-4. */
  readonly group?: EntityIdentifier;
  /** ORC-8, OBR-29. */
  readonly parent?: { readonly placer?: EntityIdentifier; readonly filler?: EntityIdentifier };
}

/** Table 0119. */
export type OrderControl =
  | 'NW'
  | 'CA'
  | 'DC'
  | 'HD'
  | 'RL'
  | 'RP'
  | 'RO'
  | 'XO'
  | 'SN'
  | 'SS'
  | 'RF'
  | 'OK'
  | 'UA'
  | 'CR'
  | 'UC'
  | 'DR'
  | 'UD'
  | 'HR'
  | 'UH'
  | 'OR'
  | 'UR'
  | 'RQ'
  | 'UM'
  | 'XR'
  | 'UX'
  | 'NA'
  | 'DE'
  | 'OF'
  | 'DF'
  | 'OC'
  | 'OD'
  | 'OH'
  | 'RU'
  | 'SC'
  | 'RE'
  | 'SR';

/** Table 0038. */
export type OrderStatus = 'A' | 'CA' | 'CM' | 'DC' | 'ER' | 'HD' | 'IP' | 'RP' | 'SC';
/** Table 0123. */
export type ResultStatus = 'O' | 'I' | 'S' | 'A' | 'P' | 'C' | 'R' | 'F' | 'X' | 'Y' | 'Z';
/** Table 0085. */
export type ObservationStatus = 'C' | 'D' | 'F' | 'I' | 'N' | 'O' | 'P' | 'R' | 'S' | 'U' | 'W' | 'X';
/** Table 0027 and 0485: S STAT, A as soon as possible, R routine, T timing critical. */
export type Priority = 'S' | 'A' | 'R' | 'T';

/** One order group of a message: what stands in ORC and is common to laboratory, imaging and medication orders. */
export interface OrderCommon {
  readonly control: OrderControl;
  readonly numbers: OrderNumbers;
  readonly status?: OrderStatus;
  readonly priority: Priority;
  /** ORC-9: when the order, or its change, was entered. */
  readonly enteredAt: Date;
  readonly orderedBy: Provider;
  /** ORC-16 and NTE: why it was refused, cancelled or changed. */
  readonly reason?: Coded;
  readonly notes?: readonly string[];
  /** TQ1 / ORC-7: when it should start. */
  readonly startAt?: Date;
  /** TQ1-3 / ORC-7.2: repeat pattern, table 0335. */
  readonly repeatPattern?: string;
}

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
  readonly collectedAt?: Date;
  readonly specimen?: Specimen;
  readonly diagnoses?: readonly Coded[];
  /** OBR-31. */
  readonly reasonForStudy?: string;
  /** OBR-11: table 0065. */
  readonly specimenAction?: string;
  readonly questions?: readonly Observation[];
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
  readonly specimen?: Specimen;
}

/** A medication order: ORC, TQ1 with RXO or RXE, RXR, RXC. */
export interface MedicationOrder extends OrderCommon {
  readonly drug: Drug;
  /** RXO-2 / RXE-3. */
  readonly amountMin: number;
  readonly amountMax?: number;
  readonly unit: string;
  readonly instructions?: string;
  /** RXO-9, RXE-9: table 0161 / 0167. */
  readonly substitution?: string;
  readonly prescriptionNumber?: string;
  readonly dispenseAmount?: number;
  readonly refills?: number;
  readonly components?: readonly {
    readonly kind: 'A' | 'B';
    readonly drug: Coded;
    readonly amount: number;
    readonly unit: string;
  }[];
}

export interface Dispense {
  readonly order: MedicationOrder;
  /** RXD-1. */
  readonly subId: number;
  readonly dispensedAt: Date;
  readonly amount: number;
  readonly pharmacist: Provider;
  readonly lot?: string;
  readonly expiry?: string;
}

export interface Administration {
  readonly order: MedicationOrder;
  /** RXA-2. */
  readonly subId: number;
  readonly startAt: Date;
  readonly endAt: Date;
  /** RXA-6; 0 when nothing was taken. */
  readonly amount: number;
  readonly unit: string;
  readonly by: Provider;
  readonly where?: Location;
  /** RXA-18. */
  readonly refusalReason?: Coded;
  /** RXA-20, table 0322: CP complete, RE refused, NA not administered, PA partial. */
  readonly completion: 'CP' | 'RE' | 'NA' | 'PA';
  /** RXA-21, table 0323: A add, U update, D delete. */
  readonly action: 'A' | 'U' | 'D';
  readonly lot?: string;
}

/** What an order-level answer (ORR, ORL, ORG, ORI, ORP, RRE, RRD, RRA) says besides the acknowledgment itself. */
export interface AnswerTo {
  /** MSA-2: MSH-10 of the message that is answered, byte for byte. */
  readonly controlId: string;
  readonly code: 'AA' | 'AE' | 'AR';
  readonly text?: string;
}

/** MRG: the numbers that are given up. */
export interface MergedNumbers {
  /** MRG-1. */
  readonly patient: Identifier;
  /** MRG-3. */
  readonly account?: Identifier;
  /** MRG-5. */
  readonly visit?: Identifier;
}
