import { expect, it } from 'vitest';
import type { Timer } from '../../base/timer.js';
import { Progress } from './progress.js';

function watched(isTTY: boolean) {
  const written: string[] = [];
  let now = 0;
  const timer = { scale: 1, now: () => now, after: () => () => {} } satisfies Timer;
  const stream = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  const progress = new Progress(stream, timer);
  const at = (ms: number, messages: number): void => {
    now = ms;
    progress.show(messages, 2, messages * 1_000_000, 40_000_000);
  };
  return { written, progress, at };
}

it('is one line on a terminal, now and then, which goes away', () => {
  const { written, progress, at } = watched(true);
  for (const ms of [10, 200, 300, 310, 600]) at(ms, ms / 100);
  progress.clear();
  progress.clear();
  expect(written).toEqual([
    '\r\u001b[K3 messages, 2 failed, 3.0 MB of 40.0 MB (7 %)',
    '\r\u001b[K6 messages, 2 failed, 6.0 MB of 40.0 MB (15 %)',
    '\r\u001b[K',
  ]);
});

it('is nothing where there is no terminal', () => {
  const { written, progress, at } = watched(false);
  at(10_000, 5);
  progress.clear();
  expect(written).toEqual([]);
});
