import { expect, it } from 'vitest';
import type { LoadInterval } from '../../evidence/load-result.js';
import { LiveLost } from './live-lost.js';

const FAR_END = { name: 'lis', host: '127.0.0.1', port: 1, serviceTime: 'constant:0ms' };

function second(n: number, acknowledged: number, errors = 0): LoadInterval {
  const none = { p50: 0, p90: 0, p99: 0, max: 0 };
  const counts = { offered: 10, sent: 10, acknowledged, errors, dropped: 0, inFlight: 0 };
  return { second: n, ...counts, response: none, serviceP99: 0, latenessP99: 0 };
}

const seen = (delivered: number) => [
  { delivered, foreign: 0, redelivered: 0, damage: { lost: 0, duplicated: 0, reordered: 0, altered: 0, late: 0 } },
];

it('what was accepted some seconds ago and has not come is missing', () => {
  const live = new LiveLost({ farEnds: [FAR_END] });
  const lost = [10, 10, 8, 10, 10].map((acknowledged, n) => {
    return live.told(second(n, acknowledged, n === 2 ? 1 : 0), seen(n === 4 ? 18 : 10))[0]?.lost;
  });
  expect(lost).toEqual([0, 0, 0, 0, 2]);
});

it('nobody knows it where not everything must arrive, or several far ends share it', () => {
  for (const farEnds of [[{ ...FAR_END, expects: ['ADT'] }], [FAR_END, FAR_END], []]) {
    const live = new LiveLost({ farEnds });
    for (let n = 0; n < 6; n++) expect(live.told(second(n, 10), seen(0))[0]).not.toHaveProperty('lost');
  }
});
