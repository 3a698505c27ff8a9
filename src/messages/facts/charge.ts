import type { Coded, Location, Provider } from '../../population/facts.js';
import type { EntityIdentifier } from './order.js';

/** One financial transaction: FT1. */
export interface Charge {
  /** FT1-2: unique; billing counts a charge once by it. */
  readonly transactionId: string;
  /** FT1-4: when the service was done. */
  readonly at: Date;
  /** FT1-6, table 0017: CG charge, CD credit. */
  readonly type: 'CG' | 'CD';
  /** FT1-7. */
  readonly code: Coded;
  readonly quantity: number;
  /** FT1-12: price of one, currency by ISO 4217. */
  readonly unitPrice?: { readonly amount: string; readonly currency: string };
  /** FT1-13. */
  readonly department?: Coded;
  /** FT1-16. */
  readonly location?: Location;
  /** FT1-19. */
  readonly diagnoses?: readonly Coded[];
  readonly performedBy?: Provider;
  readonly orderedBy?: Provider;
  /** FT1-23. */
  readonly filler?: EntityIdentifier;
  /** FT1-25. */
  readonly procedure?: Coded;
}
