import { expect, test } from 'vitest';
import { keptStatus, mayFollow } from './observation-status.js';

test.each([
  ['P', 'F', true],
  ['P', 'U', true],
  ['P', 'C', false],
  ['F', 'C', true],
  ['F', 'D', true],
  ['F', 'P', false],
  ['F', 'R', false],
  ['F', 'X', false],
  ['C', 'C', true],
  ['C', 'P', false],
  ['D', 'X', true],
  ['X', 'F', false],
  [undefined, 'F', true],
  [undefined, 'C', false],
  [undefined, 'D', false],
] as const)('after %s may come %s: %s', (from, to, legal) => {
  expect(mayFollow(from, to)).toBe(legal);
});

test('a corrected value that is repeated as final stays corrected, and U makes it final', () => {
  expect(keptStatus('C', 'F')).toBe('C');
  expect(keptStatus('P', 'U')).toBe('F');
});
