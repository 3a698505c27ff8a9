import * as hdr from 'hdr-histogram-js';
import type { LatencySummary } from '../../../src/evidence/load-result.js';

export function newHistogram(): hdr.Histogram {
  return hdr.build({ bitBucketSize: 32, autoResize: false, highestTrackableValue: 3_600_000_000, numberOfSignificantValueDigits: 3 });
}

export function summary(histogram: hdr.Histogram): LatencySummary {
  const at = (percentile: number): number => histogram.getValueAtPercentile(percentile) / 1_000;
  const count = histogram.totalCount;
  return {
    count,
    mean: count === 0 ? 0 : histogram.mean / 1_000,
    p50: at(50),
    p90: at(90),
    p99: at(99),
    p999: at(99.9),
    max: at(100),
    histogram: hdr.encodeIntoCompressedBase64(histogram),
  };
}
