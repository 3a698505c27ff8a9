import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Entry, Queue } from './queue.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-queue-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => Queue.open(join(folder, 'q.log'));
const entry = (number: number): Entry => ({ number, place: { offset: number * 10, length: 1 }, patient: '' });
const numbers = (queue: Queue) => [...queue.waiting()].map((waiting) => waiting.number);

function settleFirst(queue: Queue): number | undefined {
  const first = queue.first();
  if (first) queue.settle(first, { kind: 'delivered' });
  return first?.number;
}

describe('Queue', () => {
  it('is first in, first out', async () => {
    const queue = await open();
    for (const number of [1, 2, 3]) queue.offer(entry(number));
    expect([settleFirst(queue), settleFirst(queue), settleFirst(queue), settleFirst(queue)]).toEqual([
      1,
      2,
      3,
      undefined,
    ]);
    await queue.close();
  });

  it('remembers after a restart what is settled, in whatever order it was', async () => {
    const before = await open();
    const entries = [1, 2, 3, 4].map(entry);
    for (const each of entries) before.offer(each);
    settleFirst(before);
    const [, , third] = entries;
    if (third) before.settle(third, { kind: 'failed', code: 'AE', reason: '102' });
    expect(numbers(before)).toEqual([2, 4]);
    await before.close();

    const after = await open();
    for (const each of entries) after.offer(each);
    expect(numbers(after)).toEqual([2, 4]);
    expect(after.counts).toEqual({ delivered: 1, failed: 1 });
    await after.close();
  });

  it('has written a settlement down when it says so, though it is never closed', async () => {
    const killed = await open();
    const entries = [1, 2, 3].map(entry);
    for (const each of entries) killed.offer(each);
    const [first] = entries;
    if (first) await killed.settle(first, { kind: 'delivered' });

    const after = await open();
    for (const each of entries) after.offer(each);
    expect(numbers(after)).toEqual([2, 3]);
    await Promise.all([killed.close(), after.close()]);
  });

  it('keeps its order and length over thousands of messages that come and go', async () => {
    const queue = await open();
    const out: (number | undefined)[] = [];
    for (let number = 1; number <= 10_000; number++) {
      queue.offer(entry(number));
      if (number % 3 > 0) out.push(settleFirst(queue));
    }
    const left = queue.length;
    while (queue.length > 0) out.push(settleFirst(queue));
    expect(left).toBe(10_000 - 6_667);
    expect(out).toEqual(Array.from({ length: 10_000 }, (_, i) => i + 1));
    await queue.close();
  });
});
