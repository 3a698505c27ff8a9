import type { Coded, Drug, Location, Provider } from '../../population/facts.js';
import type { OrderCommon } from './order.js';

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
  /** RXO-12 / RXE-11, UCUM. */
  readonly dispenseUnit?: string;
  readonly refills?: number;
  /** RXE-23/24: the rate of an infusion, unit in UCUM. */
  readonly rate?: { readonly amount: number; readonly unit: string };
  /** Further parts of a taper, in order: each follows the one before (TQ1-12 S, table 0472). */
  readonly phases?: readonly TimingPhase[];
  readonly components?: readonly {
    readonly kind: 'A' | 'B';
    readonly drug: Coded;
    readonly amount: number;
    readonly unit: string;
  }[];
}

/** One part of an order's timing: what TQ1 (from 2.5) or one repetition of TQ says. */
export interface TimingPhase {
  /** TQ1-2, where it differs from the dose of the order. */
  readonly quantity?: { readonly amount: number; readonly unit: string };
  /** TQ1-3 / TQ.2, table 0335. */
  readonly repeatPattern?: string;
  readonly startAt?: Date;
  readonly endAt?: Date;
}

export interface Dispense {
  readonly order: MedicationOrder;
  /** RXD-1. */
  readonly subId: number;
  readonly dispensedAt: Date;
  readonly amount: number;
  /** RXD-5, UCUM. */
  readonly unit?: string;
  readonly pharmacist: Provider;
  readonly lot?: string;
  readonly expiry?: string;
  /** RXD-9. */
  readonly notes?: readonly string[];
}

export interface Administration {
  readonly order: MedicationOrder;
  /** RXA-1: the RXG-1 of the give message that asked for this dose; 0 where there was none. */
  readonly giveSubId?: number;
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
  /** RXA-9. */
  readonly notes?: readonly string[];
}
