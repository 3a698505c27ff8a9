import type { EntityIdentifier } from '../../src/messages/facts.js';
import type { Coded } from '../../src/population/facts.js';

/** A document of the patient's chart, by its number (TXA-12). */
export interface FiledDocument {
  readonly number: EntityIdentifier;
  /** TXA-2. */
  readonly type: string;
  /** TXA-17: DI dictated, AU authenticated, LA legally authenticated ... */
  readonly completion: string;
  readonly text: readonly string[];
  /** A newer document stands in its place (T10), or it was taken back (T11). */
  readonly standing: 'current' | 'replaced' | 'cancelled';
  readonly parent?: EntityIdentifier;
}

export interface FiledAppointment {
  /** SCH-2. */
  readonly number: EntityIdentifier;
  readonly standing: 'booked' | 'rescheduled' | 'modified' | 'cancelled' | 'no-show';
  readonly startAt?: Date;
  readonly service: Coded;
  readonly reason: string;
}

export interface FiledCharge {
  /** FT1-2. */
  readonly transactionId: string;
  /** FT1-6: CG charge, CD credit. */
  readonly type: string;
  readonly code: Coded;
  readonly quantity: string;
  /** FT1-23. */
  readonly filler?: EntityIdentifier;
}
