import { expect, it, onTestFinished, vi } from 'vitest';
import { realTimer } from '../../base/timer.js';
import { tellLiveMemory } from '../measure/live-memory.js';
import type { MemorySample } from './memory-probe.js';
import { OwnMemory } from './own-memory.js';

const MEGABYTES = 2 ** 20;

function look(): OwnMemory {
  const memory = new OwnMemory(20, realTimer());
  memory.start();
  onTestFinished(() => memory.stop());
  return memory;
}

const last = (samples: readonly MemorySample[]): number => samples.at(-1)?.bytes ?? Number.NaN;

/** Until looks have been made that began after this call. */
async function seen(memory: OwnMemory): Promise<number> {
  const before = memory.live.length;
  await vi.waitUntil(() => memory.live.length > before + 1);
  return last(memory.live);
}

it('sees what is kept, and no garbage', async () => {
  const memory = look();
  const before = await seen(memory);
  for (let made = 0; made < 40; made++) Buffer.alloc(MEGABYTES).fill(made);
  const withGarbage = await seen(memory);
  const kept = Array.from({ length: 40 }, (_, n) => Buffer.alloc(MEGABYTES).fill(n));
  const withKept = await seen(memory);
  expect(kept).toHaveLength(40);
  expect(withGarbage - before).toBeLessThan(10 * MEGABYTES);
  expect(withKept - before).toBeGreaterThan(35 * MEGABYTES);
  expect(last(memory.resident)).toBeGreaterThan(withKept);
});

it('adds up what each thread tells, and leaves out looks that not all have answered', async () => {
  const alone = look();
  const one = await seen(alone);
  alone.stop();
  // Asked over the same channel as a thread is.
  tellLiveMemory();
  const both = look();
  await vi.waitUntil(() => last(both.live) > 1.5 * one);
  expect(last(both.live)).toBeLessThan(2.5 * one);
});
