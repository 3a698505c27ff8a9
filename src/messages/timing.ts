import { type Component, comp, type FieldValue, repeat, type SegmentDraft, segment } from '../hl7/build.js';
import { ceTable, ts } from './datatypes.js';
import type { OrderCommon, TimingPhase, Version } from './facts.js';
import { isSince } from './version.js';

/** Where a message keeps the timing of an order: in TQ1 segments, or in the TQ fields that these replaced. */
export type TimingStyle = 'tq1' | 'tq';

/** TQ1 came with 2.5. ORM and ORR never got it, and keep ORC-7 (structures: ORM_O01, ORR_O02). */
export function timingStyle(version: Version): TimingStyle {
  return isSince('2.5', version) ? 'tq1' : 'tq';
}

/** Sequential: each part of the timing starts where the one before ends (table 0472). */
const SEQUENTIAL = 'S';

/** An order, with the parts of its taper if it is a medication order that has them. */
export type TimedOrder = OrderCommon & { readonly phases?: readonly TimingPhase[] };

function phasesOf(order: TimedOrder): readonly TimingPhase[] {
  const { repeatPattern, startAt, endAt } = order;
  const first: TimingPhase = {
    ...(repeatPattern === undefined ? {} : { repeatPattern }),
    ...(startAt === undefined ? {} : { startAt }),
    ...(endAt === undefined ? {} : { endAt }),
  };
  return [first, ...(order.phases ?? [])];
}

function conjunction(index: number, count: number): string | undefined {
  return index < count - 1 ? SEQUENTIAL : undefined;
}

function quantityParts(phase: TimingPhase): readonly (string | undefined)[] {
  return phase.quantity ? [String(phase.quantity.amount), phase.quantity.unit] : [];
}

function quantity(phase: TimingPhase): FieldValue {
  const [amount, unit] = quantityParts(phase);
  return comp(amount, unit ? [unit, undefined, 'UCUM'] : undefined);
}

/** TQ1, one for each part of the timing. The priority stands in every one (TQ1-9, table 0485). */
export function tq1(order: TimedOrder): readonly SegmentDraft[] {
  return phasesOf(order).map((phase, index, all) =>
    segment('TQ1', {
      1: String(index + 1),
      2: quantity(phase),
      3: phase.repeatPattern,
      7: ts(phase.startAt),
      8: ts(phase.endAt),
      9: ceTable(order.priority, '0485'),
      12: conjunction(index, all.length),
    }),
  );
}

/** The same as repetitions of TQ (ORC-7, OBR-27, RXE-1). TQ.2 is an RI: pattern and explicit time. */
export function tq(order: TimedOrder): FieldValue {
  return repeat(
    ...phasesOf(order).map((phase, index, all) => {
      const [amount, unit] = quantityParts(phase);
      const cq: Component = amount === undefined ? undefined : [amount, unit];
      const start = ts(phase.startAt);
      const end = ts(phase.endAt);
      const next = conjunction(index, all.length);
      return comp(cq, phase.repeatPattern, undefined, start, end, order.priority, undefined, undefined, next);
    }),
  );
}
