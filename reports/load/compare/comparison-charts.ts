import type { LoadResult } from '../../../src/evidence/load-result.js';
import { type Chart, type ChartLine, drawable } from '../chart.js';
import type { ChartColour } from '../chart-colours.js';
import { curveLine } from '../charts.js';
import { percentilePlaces, readDistribution } from '../distribution.js';
import { timeline } from '../timeline.js';
import { whyWithheld } from '../withheld.js';

const MOST_POINTS = 1_000;

/** The distributions of two runs on each other, and their p99 by time; none where one of them has no lateness. */
export function comparisonCharts(a: LoadResult, b: LoadResult): readonly Chart[] {
  if (whyWithheld(a) !== undefined || whyWithheld(b) !== undefined) return [];
  return [...curves(a, b), ...overTime(a, b)];
}

function curves(a: LoadResult, b: LoadResult): readonly Chart[] {
  const known = [
    ...curvesOf('A', a, 'chart-response', 'chart-median'),
    ...curvesOf('B', b, 'chart-queue', 'chart-offered'),
  ];
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

function curvesOf(letter: string, { response, lateness }: LoadResult, strong: ChartColour, weak: ChartColour) {
  const one = (label: string, colour: ChartColour, look: Partial<ChartLine>, text: string) => {
    const distribution = readDistribution(text);
    return distribution === undefined ? [] : [{ label, colour, look, distribution }];
  };
  return [
    ...one(`${letter} response`, strong, { width: 2.5 }, response.histogram),
    ...one(`${letter} lateness`, weak, { width: 1.25, isDashed: true }, lateness.histogram),
  ];
}

function overTime(a: LoadResult, b: LoadResult): readonly Chart[] {
  const longest = [a, b]
    .map(({ intervals }) => timeline(intervals, MOST_POINTS))
    .sort((x, y) => y.stepSeconds - x.stepSeconds)[0];
  if (longest === undefined || longest.points.length < 2) return [];
  const places = placesOf(a, b, longest.stepSeconds);
  const line = (label: string, colour: ChartColour, result: LoadResult): ChartLine => ({
    label,
    colour,
    values: drawable(p99At(result, places, longest.stepSeconds)),
  });
  return [
    {
      id: 'p99-over-time',
      title: 'Response p99 over time',
      note: `Milliseconds, logarithmic${longest.stepSeconds === 1 ? '' : `, the worst of each ${longest.stepSeconds} seconds`}, from the start of each run.`,
      x: { kind: 'seconds', values: places },
      y: 'latency',
      lines: [line('A response p99', 'chart-response', a), line('B response p99', 'chart-queue', b)],
    },
  ];
}

function placesOf(a: LoadResult, b: LoadResult, step: number): readonly number[] {
  const last = Math.max(...[a, b].map(({ intervals }) => intervals.at(-1)?.second ?? 0));
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
}

function p99At({ intervals }: LoadResult, places: readonly number[], step: number): readonly (number | null)[] {
  const worst = new Map<number, number>();
  for (const { second, acknowledged, response } of intervals) {
    const place = Math.floor(second / step) * step;
    if (acknowledged > 0) worst.set(place, Math.max(worst.get(place) ?? 0, response.p99));
  }
  return places.map((place) => worst.get(place) ?? null);
}
