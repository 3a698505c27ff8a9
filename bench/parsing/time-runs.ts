import type { Effort } from '../effort.js';
import type { Sample } from '../outcome.js';
import { cpuMicros } from '../process/cpu.js';

/** So many batches fill the measured time: the clock is looked at rarely, and a slow run is not repeated for nothing. */
const BATCHES = 50;

/** Warms up, then runs for the agreed time, at least once. Holds the process for that long. */
export function timeRuns(run: () => number, { warmUpMs, measureMs }: Effort): Sample {
  const warm = repeat(run, warmUpMs, 1);
  const batch = Math.max(1, Math.floor(((warm.runs / warm.ms) * measureMs) / BATCHES));
  globalThis.gc?.();
  const before = cpuMicros();
  const { runs, ms } = repeat(run, measureMs, batch);
  return { cpuMicros: (cpuMicros() - before) / runs, perSecond: (runs / ms) * 1_000 };
}

/** Where the results go, so that no compiler can leave the work out. */
let sum = 0;

function repeat(run: () => number, forMs: number, batch: number): { readonly runs: number; readonly ms: number } {
  const from = performance.now();
  let runs = 0;
  let ms = 0;
  do {
    for (let left = batch; left > 0; left--) sum += run();
    runs += batch;
    ms = performance.now() - from;
  } while (ms < forMs);
  if (Number.isNaN(sum)) throw new Error('a run returned no number');
  return { runs, ms };
}
