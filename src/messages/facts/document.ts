import type { Provider } from '../../population/facts.js';
import type { Observation } from './observation.js';
import type { EntityIdentifier } from './order.js';

/** A document and what stands in it: TXA with OBX. */
export interface ClinicalDocument {
  /** TXA-2, table 0270: DI diagnostic imaging, DS discharge summary ... */
  readonly type: string;
  /** TXA-3, table 0191: TEXT, AP ... */
  readonly presentation?: string;
  /** TXA-4: when the documented activity took place. */
  readonly activityAt: Date;
  /** TXA-5: who did what is documented. The standard wants the name wherever it has the time. */
  readonly performedBy?: Provider;
  /** TXA-6. */
  readonly originatedAt?: Date;
  /** TXA-7: required of all that is more than dictated (2.5.1 §9.6.1.7). */
  readonly transcribedAt?: Date;
  /** TXA-9. */
  readonly originator?: Provider;
  /** TXA-10: who has to sign. */
  readonly authenticator?: Provider;
  /** TXA-12. */
  readonly number: EntityIdentifier;
  /** TXA-13: the document that this one adds to or replaces. */
  readonly parent?: EntityIdentifier;
  /** TXA-14. */
  readonly placer?: EntityIdentifier;
  /** TXA-15. */
  readonly filler?: EntityIdentifier;
  /** TXA-17, table 0271: DI dictated, AU authenticated, LA legally authenticated ... */
  readonly completion: 'AU' | 'DI' | 'DO' | 'IN' | 'IP' | 'LA' | 'PA';
  /** TXA-19, table 0273: AV available, OB obsolete, CA deleted, UN unavailable. */
  readonly availability?: 'AV' | 'CA' | 'OB' | 'UN';
  /** TXA-22: who signed, and when; required of AU and LA (2.5.1 §9.6.1.22). */
  readonly authentication?: { readonly by: Provider; readonly at: Date };
  readonly content: readonly Observation[];
}
