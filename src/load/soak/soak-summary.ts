import type { LoadInterval } from '../../evidence/load-result.js';
import type { Slope, Soak } from '../../evidence/soak.js';
import type { MemoryProbe, MemorySample } from './memory-probe.js';
import type { OwnMemory } from './own-memory.js';
import { type Point, slopeOf } from './trend.js';

/** More windows tell nothing more about a straight line. */
const MOST_WINDOWS = 60;

/** Memory in the course of a run: that of the system, absent where no command tells it, and that of this process. */
export interface SoakMemory {
  readonly memory?: Pick<MemoryProbe, 'samples' | 'trouble'> | undefined;
  readonly own?: Pick<OwnMemory, 'live' | 'resident'>;
}

/** How a run of that many seconds went from its beginning to its end. */
export function soakOf(
  intervals: readonly LoadInterval[],
  { from, to }: { readonly from: number; readonly to: number },
  { memory, own }: SoakMemory,
): Soak {
  const seconds = to - from;
  const windowSeconds = Math.max(1, Math.ceil(seconds / MOST_WINDOWS));
  const windows = gather(
    intervals.filter(({ second }) => second >= from && second < to),
    from,
    windowSeconds,
  );
  const over = (of: (window: readonly LoadInterval[]) => number | undefined): Slope =>
    slopeOf(pointsOf(windows, windowSeconds, of), seconds);
  const slopes = {
    responseP50: over((window) => mean(window, ({ response }) => response.p50)),
    responseP99: over((window) => mean(window, ({ response }) => response.p99)),
    errors: over(errorShare),
  };
  const measured = (given: readonly MemorySample[]) => given.filter(({ second }) => second >= from && second <= to);
  const samples = measured(memory?.samples ?? []);
  const memorySlope = memorySlopeOf(samples, seconds);
  const harness = own && memorySlopeOf(measured(own.live), seconds);
  const harnessResident = own && memorySlopeOf(measured(own.resident), seconds);
  const remarks = remarksOn({ ...slopes, ...(memory && { memory: memorySlope }) });
  return {
    windowSeconds,
    ...slopes,
    ...(memory && { memory: { ...memorySlope, samples } }),
    ...(harness && { harness }),
    ...(harnessResident && { harnessResident }),
    remarks: [...remarks, ...troubleOf(memory), ...growthOf(harness)],
    verdict: verdictOf([...Object.values(slopes), ...(memory ? [memorySlope] : [])]),
  };
}

function memorySlopeOf(samples: readonly MemorySample[], seconds: number): Slope {
  return slopeOf(
    samples.map(({ second, bytes }) => ({ x: second, y: bytes })),
    seconds,
  );
}

/** What Pipehat itself needs more and more of is not the system's fault, and is told all the same. */
function growthOf(harness: Slope | undefined): readonly string[] {
  if (harness?.trend !== 'rising') return [];
  return [`the memory of Pipehat itself rose by ${Math.round(harness.relative * 100)} % of its mean over the run`];
}

function gather(intervals: readonly LoadInterval[], from: number, seconds: number): readonly LoadInterval[][] {
  const windows: LoadInterval[][] = [];
  for (const interval of intervals) {
    const index = Math.floor((interval.second - from) / seconds);
    windows[index] ??= [];
    windows[index].push(interval);
  }
  return windows;
}

function pointsOf(
  windows: readonly (readonly LoadInterval[] | undefined)[],
  seconds: number,
  of: (window: readonly LoadInterval[]) => number | undefined,
): readonly Point[] {
  return [...windows].flatMap((window, n) => {
    const y = window === undefined ? undefined : of(window);
    return y === undefined ? [] : [{ x: (n + 0.5) * seconds, y }];
  });
}

/** Over the seconds in which something was answered. */
function mean(window: readonly LoadInterval[], of: (interval: LoadInterval) => number): number | undefined {
  const answered = window.filter(({ acknowledged }) => acknowledged > 0);
  if (answered.length === 0) return undefined;
  return answered.reduce((sum, interval) => sum + of(interval), 0) / answered.length;
}

function errorShare(window: readonly LoadInterval[]): number | undefined {
  const offered = window.reduce((sum, interval) => sum + interval.offered, 0);
  return offered === 0 ? undefined : window.reduce((sum, { errors }) => sum + errors, 0) / offered;
}

const NAMES: Readonly<Record<string, string>> = {
  responseP50: 'the response time at p50',
  responseP99: 'the response time at p99',
  errors: 'the share of errors',
  memory: 'the memory of the system',
};

function remarksOn(slopes: Readonly<Record<string, Slope>>): readonly string[] {
  return Object.entries(slopes).flatMap(([name, { trend, relative, windows }]) => {
    const what = NAMES[name] ?? name;
    if (trend === 'rising') return [`${what} rose by ${Math.round(relative * 100)} % of its mean over the run`];
    return trend === 'unknown' ? [`${what} has too few figures for a slope: ${windows}`] : [];
  });
}

function troubleOf(memory: Pick<MemoryProbe, 'trouble'> | undefined): readonly string[] {
  return memory?.trouble === undefined ? [] : [`the command for the memory of the system failed: ${memory.trouble}`];
}

function verdictOf(slopes: readonly Slope[]): Soak['verdict'] {
  if (slopes.some(({ trend }) => trend === 'rising')) return 'worse';
  return slopes.some(({ trend }) => trend === 'unknown') ? 'unknown' : 'steady';
}
