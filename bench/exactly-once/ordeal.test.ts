import { expect, it } from 'vitest';
import { undergo } from './ordeal.js';

const SMALL = {
  rate: 20,
  seconds: 8,
  kills: [1_000],
  awayMs: 500,
  settleMs: 15_000,
  seed: 'ordeal',
  defects: [],
} as const;

it('nothing is lost, doubled or reordered when the engine is killed under faults on both sides', async () => {
  const { result, unstored, lost, accepted } = await undergo(SMALL);
  expect(accepted).toBeGreaterThan(1_500);
  expect(result.sut).toEqual([{ action: 'kill', atMs: expect.any(Number), untilMs: expect.any(Number) }]);
  expect(result.ledger).toMatchObject({ lost: 0, duplicated: 0, reordered: 0, altered: 0, foreign: 0 });
  expect([unstored.size, lost.size, result.errors]).toEqual([0, 0, {}]);
  // The faults were really there, and the system really had to send again.
  expect(Object.keys(result.faults ?? {})).toContain('reset-before-ack');
  expect(result.resent).toBeGreaterThan(0);
  expect(result.ledger?.redelivered).toBeGreaterThan(0);
});

it('the ledger names exactly what an engine lost that acknowledges before it stores', async () => {
  const { unstored, lost } = await undergo({ ...SMALL, defects: ['ack-before-store'] });
  expect(unstored.size).toBeGreaterThan(100);
  expect([...lost].sort()).toEqual([...unstored].sort());
});
