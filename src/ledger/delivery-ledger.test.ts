import { describe, expect, it } from 'vitest';
import { type Damage, type Delivery, DeliveryLedger } from './delivery-ledger.js';
import { OrdinalSet } from './ordinal-set.js';

const STEPS = 3;

function message(arrival: number, step: number, more: Partial<Delivery> = {}): Delivery {
  return { ordinal: arrival * STEPS + step, arrival, step, isAltered: false, isLate: false, ...more };
}

function balanceOf(deliveries: readonly Delivery[], accepted: readonly Delivery[] = deliveries) {
  const ledger = new DeliveryLedger(STEPS);
  for (const delivery of deliveries) ledger.deliver(delivery);
  const set = new OrdinalSet();
  for (const { ordinal } of accepted) set.add(ordinal);
  return ledger.balance(set);
}

const CLEAN: Readonly<Record<Damage, number>> = { lost: 0, duplicated: 0, reordered: 0, altered: 0, late: 0 };
const stay = (arrival: number): readonly Delivery[] => [message(arrival, 0), message(arrival, 1), message(arrival, 2)];

describe('DeliveryLedger', () => {
  it('finds nothing wrong with messages that come once, in order, as they were sent', () => {
    expect(balanceOf([...stay(0), ...stay(100_000)])).toMatchObject({ delivered: 6, counts: CLEAN });
  });

  it('does not mind the order of messages that do not belong together', () => {
    expect(balanceOf([message(5, 0), message(4, 0), message(5, 1), message(3, 2)]).counts).toEqual(CLEAN);
  });

  it.each<[Damage, readonly Delivery[], readonly Delivery[], readonly number[]]>([
    ['lost', [message(0, 0)], stay(0), [1, 2]],
    ['duplicated', [...stay(0), message(0, 1)], stay(0), [1]],
    ['reordered', [message(0, 0), message(0, 2), message(0, 1)], stay(0), [1]],
    ['altered', [message(0, 0, { isAltered: true })], [message(0, 0)], [0]],
    ['late', [message(0, 0, { isLate: true })], [message(0, 0)], [0]],
  ])('names what is %s', (damage, deliveries, accepted, ordinals) => {
    const { counts, samples } = balanceOf(deliveries, accepted);
    expect(counts).toEqual({ ...CLEAN, [damage]: ordinals.length });
    expect(samples[damage]).toEqual(ordinals);
  });

  it('does not count as lost what was never accepted', () => {
    expect(balanceOf([], []).counts).toEqual(CLEAN);
  });
});
