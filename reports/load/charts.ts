import type { Latencies, LoadResult } from '../../src/evidence/load-result.js';
import { capacityChart } from './capacity-chart.js';
import { type Chart, type ChartLine, drawable } from './chart.js';
import type { ChartColour } from './chart-colours.js';
import { curve, type Distribution, percentilePlaces, readDistribution } from './distribution.js';
import { counted, latency, perSecond } from './figures.js';
import { type Timeline, type TimelinePoint, timeline } from './timeline.js';
import { whyWithheld } from './withheld.js';

/** More points than a wide screen has pixels for would only make the page heavy. */
const MOST_POINTS = 1_000;

/** The charts of a run, those of latencies only where its lateness is known. */
export function loadCharts(result: LoadResult): readonly Chart[] {
  const time = timeline(result.intervals, MOST_POINTS);
  const isWithheld = whyWithheld(result) !== undefined;
  const overTime = time.points.length < 2 ? [] : [rateChart(result, time), ...(isWithheld ? [] : [latencyChart(time)])];
  const troubles = time.points.length < 2 ? [] : [inFlightChart(time), errorChart(time), ...memoryChart(result)];
  const latencies = isWithheld ? [] : [...distributionChart(result), ...capacityChart(result)];
  return [...overTime, ...latencies, ...troubles].filter(hasFigures);
}

function hasFigures({ lines }: Chart): boolean {
  return lines.some(({ values }) => values.some((value) => value !== null));
}

function rateChart({ plannedRate }: LoadResult, { stepSeconds, points }: Timeline): Chart {
  return {
    id: 'rate',
    title: 'Rate',
    note: `Messages a second${meanOf(stepSeconds)}. The plan wanted ${perSecond(plannedRate)} on average. Offered are the arrivals as the generator came to them, which no answer can hold up: where it leaves what was planned, the generator did not keep up; where sent or acknowledged leave it, the system.`,
    x: { kind: 'seconds', values: points.map(({ second }) => second) },
    y: 'rate',
    lines: [
      { ...plannedLine(plannedRate, points), width: 1, isDashed: true },
      { ...line('offered', 'chart-offered', points, ({ offered }) => offered), width: 5 },
      { ...line('sent', 'chart-sent', points, ({ sent }) => sent), width: 3 },
      { ...line('acknowledged', 'chart-acknowledged', points, ({ acknowledged }) => acknowledged), width: 1.25 },
    ],
  };
}

/** Second by second where that is known, else the mean. */
function plannedLine(plannedRate: number, points: readonly TimelinePoint[]): ChartLine {
  if (points.every(({ planned }) => planned === null)) {
    return line('planned, mean', 'chart-plan', points, () => plannedRate);
  }
  return line('planned', 'chart-plan', points, ({ planned }) => planned);
}

function latencyChart({ stepSeconds, points }: Timeline): Chart {
  const latencyLine = (label: string, colour: ChartColour, of: (point: TimelinePoint) => number | null): ChartLine => ({
    label,
    colour,
    values: drawable(points.map(of)),
  });
  return {
    id: 'latency',
    title: 'Response, service and lateness over time',
    note: `Milliseconds, logarithmic${worstOf(stepSeconds)}. Response counts from the instant the plan wanted the message sent, service from the write. Lateness is the generator's own delay: a response near it says nothing of the system.`,
    x: { kind: 'seconds', values: points.map(({ second }) => second) },
    y: 'latency',
    lines: [
      { ...latencyLine('response max', 'chart-plan', ({ max }) => max), width: 1 },
      { ...latencyLine('response p99', 'chart-response', ({ p99 }) => p99), width: 2.5 },
      { ...latencyLine('response p90', 'chart-high', ({ p90 }) => p90), width: 1.25 },
      { ...latencyLine('response p50', 'chart-median', ({ p50 }) => p50), width: 1.25 },
      { ...latencyLine('service p99', 'chart-service', ({ serviceP99 }) => serviceP99), width: 1.5, isDashed: true },
      {
        ...latencyLine('lateness p99', 'chart-lateness', ({ latenessP99 }) => latenessP99),
        width: 1.5,
        isDashed: true,
      },
    ],
  };
}

const CURVES: readonly (readonly [keyof Latencies, ChartColour, Partial<ChartLine>])[] = [
  ['response', 'chart-response', { width: 3 }],
  ['service', 'chart-service', { isDashed: true }],
  ['queue', 'chart-queue', { width: 1.25 }],
  ['lateness', 'chart-lateness', { isDashed: true }],
];

function distributionChart(result: LoadResult): readonly Chart[] {
  const far = result.ledger && readDistribution(result.ledger.endToEnd.histogram);
  const known = CURVES.flatMap(([name, colour, look]) => {
    const distribution = readDistribution(result[name].histogram);
    return distribution === undefined ? [] : [{ label: name as string, colour, look, distribution }];
  });
  // Its table is there all the same; a response curve without its lateness is not drawn.
  if (!['response', 'lateness'].every((name) => known.some(({ label }) => label === name))) return [];
  const all = far === undefined ? known : [...known, { label: 'end to end', colour: FAR, look: {}, distribution: far }];
  const places = percentilePlaces(Math.max(...all.map(({ distribution }) => distribution.count)));
  return [
    {
      id: 'distribution',
      title: 'Distribution of latencies by percentile',
      note: `Milliseconds, logarithmic; each further nine has the same room. ${counted(result.response.count, 'answered message')}, the slowest after ${latency(result.response.max)}.`,
      x: { kind: 'percentile', values: places.map((place) => Number(place.toPrecision(6))) },
      y: 'latency',
      lines: all.map(({ label, colour, look, distribution }) => curveLine(label, colour, look, distribution, places)),
    },
  ];
}

const FAR: ChartColour = 'chart-far';

export function curveLine(
  label: string,
  colour: ChartColour,
  look: Partial<ChartLine>,
  distribution: Distribution,
  places: readonly number[],
): ChartLine {
  return { label, colour, ...look, values: drawable(curve(distribution, places)) };
}

function inFlightChart({ stepSeconds, points }: Timeline): Chart {
  return {
    id: 'in-flight',
    title: 'In flight',
    note: `Messages that were sent and not answered yet, and those that waited for a free connection${worstOf(stepSeconds)}.`,
    x: { kind: 'seconds', values: points.map(({ second }) => second) },
    y: 'count',
    lines: [
      line('in flight', 'chart-response', points, ({ inFlight }) => inFlight),
      ...(points.every(({ waiting }) => waiting === null)
        ? []
        : [line('waiting', 'chart-queue', points, ({ waiting }) => waiting)]),
    ],
  };
}

function errorChart({ stepSeconds, points }: Timeline): Chart {
  return {
    id: 'errors-over-time',
    title: 'Errors and drops over time',
    note: `Messages a second${meanOf(stepSeconds)} that did not end with AA or CA; dropped are those of them that could not even be sent.`,
    x: { kind: 'seconds', values: points.map(({ second }) => second) },
    y: 'rate',
    lines: [
      { ...line('errors', 'chart-error', points, ({ errors }) => errors), width: 3 },
      { ...line('dropped', 'chart-queue', points, ({ dropped }) => dropped), width: 1.5 },
    ],
  };
}

function memoryChart({ soak }: LoadResult): readonly Chart[] {
  const samples = soak?.memory?.samples ?? [];
  if (samples.length < 2) return [];
  return [
    {
      id: 'memory',
      title: 'Memory of the system under test',
      note: 'As the command of the plan told it.',
      x: { kind: 'seconds', values: samples.map(({ second }) => second) },
      y: 'bytes',
      lines: [{ label: 'memory', colour: 'chart-far', values: samples.map(({ bytes }) => bytes) }],
    },
  ];
}

function line(
  label: string,
  colour: ChartColour,
  points: readonly TimelinePoint[],
  of: (point: TimelinePoint) => number | null,
): ChartLine {
  const short = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(6)));
  return { label, colour, values: points.map((point) => short(of(point))) };
}

function meanOf(stepSeconds: number): string {
  return stepSeconds === 1 ? '' : `, means of ${stepSeconds} seconds`;
}

function worstOf(stepSeconds: number): string {
  return stepSeconds === 1 ? '' : `, the worst of each ${stepSeconds} seconds`;
}
