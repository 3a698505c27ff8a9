import type { LoadResult } from '../../../src/evidence/load-result.js';
import { type Chart, drawable } from '../chart.js';
import type { ChartColour } from '../chart-colours.js';
import { curveLine } from '../charts.js';
import { percentilePlaces, readDistribution } from '../distribution.js';
import { whyWithheld } from '../withheld.js';

/** How the lines of a run look: A is wide and lies below, so that it is seen where both are equal. */
interface Side {
  readonly letter: 'A' | 'B';
  readonly result: LoadResult;
  readonly colour: ChartColour;
  readonly lateness: ChartColour;
  readonly width: number;
}

const MOST_POINTS = 1_000;

/** The distributions of two runs on each other, and their p99 by time; none where one of them has no lateness. */
export function comparisonCharts(a: LoadResult, b: LoadResult): readonly Chart[] {
  if (whyWithheld(a) !== undefined || whyWithheld(b) !== undefined) return [];
  const sides: readonly Side[] = [
    { letter: 'A', result: a, colour: 'chart-response', lateness: 'chart-median', width: 5 },
    { letter: 'B', result: b, colour: 'chart-queue', lateness: 'chart-offered', width: 1.75 },
  ];
  return [...curves(sides), ...overTime(sides)];
}

function curves(sides: readonly Side[]): readonly Chart[] {
  const known = sides.flatMap(curvesOf);
  if (known.length < 4) return [];
  const places = percentilePlaces(Math.max(...known.map(({ distribution }) => distribution.count)));
  return [
    {
      id: 'curves',
      title: 'Distribution of response times by percentile',
      note: "Milliseconds, logarithmic; each further nine has the same room. Dashed is the lateness of each run's generator.",
      x: { kind: 'percentile', values: places.map((place) => Number(place.toPrecision(6))) },
      y: 'latency',
      lines: known.map(({ label, colour, look, distribution }) => curveLine(label, colour, look, distribution, places)),
    },
  ];
}

function curvesOf({ letter, result, colour, lateness, width }: Side) {
  const wanted = [
    [`${letter} response`, colour, { width }, result.response],
    [`${letter} lateness`, lateness, { width: width / 2, isDashed: true }, result.lateness],
  ] as const;
  return wanted.flatMap(([label, own, look, { histogram }]) => {
    const distribution = readDistribution(histogram);
    return distribution === undefined ? [] : [{ label, colour: own, look, distribution }];
  });
}

function overTime(sides: readonly Side[]): readonly Chart[] {
  const last = Math.max(...sides.map(({ result }) => lastSecond(result)));
  const step = Math.max(1, Math.ceil((last + 1) / MOST_POINTS));
  const places = Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
  if (places.length < 2) return [];
  const worst = step === 1 ? '' : `, the worst of each ${step} seconds`;
  return [
    {
      id: 'p99-over-time',
      title: 'Response p99 over time',
      note: `Milliseconds, logarithmic${worst}, from the start of each run.`,
      x: { kind: 'seconds', values: places },
      y: 'latency',
      lines: sides.map(({ letter, result, colour, width }) => ({
        label: `${letter} response p99`,
        colour,
        width,
        values: drawable(p99At(result, places, step)),
      })),
    },
  ];
}

function lastSecond({ intervals }: LoadResult): number {
  return intervals.reduce((last, { second }) => Math.max(last, second), 0);
}

function p99At({ intervals }: LoadResult, places: readonly number[], step: number): readonly (number | null)[] {
  const worst = new Map<number, number>();
  for (const { second, acknowledged, response } of intervals) {
    const place = Math.floor(second / step) * step;
    if (acknowledged > 0) worst.set(place, Math.max(worst.get(place) ?? 0, response.p99));
  }
  return places.map((place) => worst.get(place) ?? null);
}
