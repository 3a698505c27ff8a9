import { expect, it } from 'vitest';
import { processLag } from './lag.js';
import { pause, realTimer } from './timer.js';

it('counts for how long the process was held up', async () => {
  const lag = processLag();
  const timer = realTimer();
  await pause(timer, 30);
  const before = lag.totalMs;
  const from = timer.now();
  while (timer.now() - from < 200);
  await pause(timer, 0);
  await pause(timer, 30);
  expect(lag.totalMs - before).toBeGreaterThan(150);
});

it('is one for the whole process', () => {
  expect(processLag()).toBe(processLag());
});
