import { expect, it } from 'vitest';
import { closest } from './closest.js';

it.each([
  ['snd', ['send', 'listen'], 'send'],
  ['lsiten', ['send', 'listen'], 'listen'],
  ['EHR', ['ehr', 'lis'], 'ehr'],
  ['timeout', ['timeouts', 'timeScale'], 'timeouts'],
  ['certificate', ['cert', 'key'], undefined],
  ['x', [], undefined],
])('%s among %j means %s', (word, candidates, expected) => {
  expect(closest(word, candidates)).toBe(expected);
});
