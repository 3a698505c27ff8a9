import { rng } from '../../../src/base/rng.js';
import type { Capacity, CapacityStep } from '../../../src/evidence/load-result.js';
import type { Slope, Soak } from '../../../src/evidence/soak.js';
import { newHistogram, summary } from './histogram.js';

/** A search that found a knee near 1,900 messages a second. */
export function capacitySpecimen(): Capacity {
  const rates = [250, 500, 1_000, 2_000, 1_500, 1_750, 1_875, 1_938, 1_906, 1_906, 1_906];
  const steps = rates.map((rate, index): CapacityStep => {
    const load = Math.min(0.995, rate / 1_925);
    const passed = rate < 1_920;
    const histogram = newHistogram();
    const stream = rng('capacity', index);
    for (let n = 0; n < 5_000; n++) {
      const wait = passed ? -Math.log(1 - stream.next()) * (0.5 / (1 - load)) : stream.next() * 900;
      histogram.recordValue(Math.round((0.5 + wait) * 1_000));
    }
    const response = summary(histogram);
    const late = newHistogram();
    for (let n = 0; n < 5_000; n++) late.recordValue(Math.round(stream.next() * 1_100));
    return {
      rate,
      achieved: passed ? rate * 0.9995 : 1_921,
      passed,
      response,
      lateness: summary(late),
      reason: passed ? 'it held' : `response.p99 is ${Math.round(response.p99)} ms`,
      phase: index < 4 ? 'rise' : index < 8 ? 'narrow' : 'confirm',
      seconds: 10,
      ...(!passed && { limit: 'system' as const }),
    };
  });
  return {
    rate: 1_906,
    lower: 1_905,
    upper: 1_938,
    slo: 'response.p99 < 500ms and ledger.lost == 0',
    steps,
    recoveryMs: 3_400,
    repetitions: 3,
    confidence: 0.875,
    limitedBy: 'system',
  };
}

/** Eight hours in which the memory of the system grew. */
export function soakSpecimen(): Soak {
  const flat = (mean: number): Slope => ({ windows: 96, mean, perHour: mean / 1_000, standardError: mean / 500, relative: 0.008, trend: 'none' });
  const samples = Array.from({ length: 96 }, (_, n) => ({ second: n * 300, bytes: 412_000_000 + n * 1_900_000 + (n % 5) * 6_000_000 }));
  const memory = { windows: 96, mean: 503_000_000, perHour: 22_800_000, standardError: 410_000, relative: 0.362, trend: 'rising' as const, samples };
  return {
    windowSeconds: 300,
    responseP50: flat(1.66),
    responseP99: flat(183),
    errors: flat(0.0009),
    memory,
    remarks: ['the memory of the system rose by 22.8 MB an hour'],
    verdict: 'worse',
  };
}
