import type { Capacity, LatencySummary, LoadResult } from '../../src/evidence/load-result.js';
import { type Chart, drawable } from './chart.js';
import type { ChartColour } from './chart-colours.js';
import { latency, perSecond } from './figures.js';
import { isStepShown } from './withheld.js';

const LINES: readonly (readonly ['p50' | 'p90' | 'p99' | 'p999', string, ChartColour])[] = [
  ['p999', 'response p99.9', 'chart-plan'],
  ['p99', 'response p99', 'chart-response'],
  ['p90', 'response p90', 'chart-high'],
  ['p50', 'response p50', 'chart-median'],
];

/** Latency against the rate that was asked for; nothing for a run that searched no capacity. */
export function capacityChart({ capacity, lateness }: LoadResult): readonly Chart[] {
  if (capacity === undefined || capacity.steps.length < 2) return [];
  const steps = byRate(capacity.steps.filter(isStepShown));
  if (steps.length < 2) return [];
  const { rate, lower, upper, slo } = capacity;
  return [
    {
      id: 'capacity-curve',
      title: 'Latency against rate',
      note: `Milliseconds, logarithmic, of each rate that was tried; rates that broke ${slo} are crossed out. The band goes from what was really sent at the capacity to the lowest rate that did not hold. The generator's own lateness was ${latency(lateness.p99)} at p99.`,
      x: { kind: 'rate', values: steps.map((step) => step.rate) },
      y: 'latency',
      lines: LINES.map(([point, label, colour]) => ({
        label,
        colour,
        width: point === 'p99' ? 2.5 : 1.25,
        hasPoints: true,
        values: drawable(steps.map((step) => step[point])),
      })),
      ...(rate > 0 && { band: { from: Math.min(lower, rate), to: upper, at: rate, label: perSecond(rate) } }),
      crosses: steps.filter(({ passed }) => !passed).map((step) => ({ x: step.rate, y: step.p99 })),
    },
  ];
}

type RateStep = Pick<LatencySummary, 'p50' | 'p90' | 'p99' | 'p999'> & {
  readonly rate: number;
  readonly passed: boolean;
};

/** One place on the axis for a rate that was tried several times: the middle of its latencies, passed if most did. */
function byRate(steps: Capacity['steps']): readonly RateStep[] {
  const rates = [...new Set(steps.map(({ rate }) => rate))].sort((a, b) => a - b);
  return rates.map((rate) => {
    const own = steps.filter((step) => step.rate === rate);
    const middle = (of: (response: LatencySummary) => number): number => {
      const sorted = own.map(({ response }) => of(response)).sort((a, b) => a - b);
      return sorted[Math.floor(sorted.length / 2)] ?? 0;
    };
    return {
      rate,
      passed: own.filter(({ passed }) => passed).length * 2 > own.length,
      p50: middle(({ p50 }) => p50),
      p90: middle(({ p90 }) => p90),
      p99: middle(({ p99 }) => p99),
      p999: middle(({ p999 }) => p999),
    };
  });
}
