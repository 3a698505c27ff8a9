import type { AcknowledgmentError } from '../../hl7/acknowledgment.js';
import type { Coded, Provider } from '../../population/facts.js';

/** EI: an order number with the application that assigned it. */
export interface EntityIdentifier {
  readonly id: string;
  readonly namespace: string;
  readonly universalId?: string;
  readonly universalIdType?: string;
}

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
  | 'OE'
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
  /** TQ1 / ORC-7: when it should end. */
  readonly endAt?: Date;
  /** TQ1-3 / ORC-7.2: repeat pattern, table 0335. */
  readonly repeatPattern?: string;
}

/** What an order-level answer (ORR, ORL, ORG, ORI, ORP, RRE, RRD, RRA) says besides the acknowledgment itself. */
export interface AnswerTo {
  /** MSA-2: MSH-10 of the message that is answered, byte for byte. */
  readonly controlId: string;
  readonly code: 'AA' | 'AE' | 'AR';
  readonly text?: string;
  /** ERR: what is wrong with the message itself. A refused order is no error: its ORC-1 says UA, its ORC-16 why. */
  readonly errors?: readonly AcknowledgmentError[];
}
