import { expect, it } from 'vitest';
import { durationMs } from './duration.js';

it.each([
  ['12 seconds', 12_000],
  ['1 second', 1_000],
  ['250ms', 250],
  ['250 milliseconds', 250],
  ['1.5 h', 5_400_000],
  ['2 hours', 7_200_000],
  ['3 min', 180_000],
  ['3 MINUTES', 180_000],
  ['3m', 180_000],
  ['1 day', 86_400_000],
  ['  8s  ', 8_000],
  ['0 s', 0],
])('%s is %d milliseconds', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});

it.each(['', '5', 'seconds', 's5', '-1 s', '5 parsecs', '1,5 h', '5 s later', '.5 s', '5 constructor', '5 __proto__'])(
  '"%s" is no duration',
  (text) => {
    expect(durationMs(text)).toBeUndefined();
  },
);
