import type { LoadResult } from '../../evidence/load-result.js';
import { Histogram } from './histogram.js';

/** Percentiles are looked up to this, in percent. */
const FINENESS = 0.005;
/** A histogram keeps three digits, and may give the last one too high. */
const DIGITS = 1.001;

/** Share of what was offered that was answered within the limit, in milliseconds; 0 where nothing was offered. */
export function shareWithin(
  { response, offered, acknowledged }: Pick<LoadResult, 'response' | 'offered' | 'acknowledged'>,
  limitMs: number,
): number {
  if (offered === 0 || acknowledged === 0) return 0;
  const histogram = Histogram.decode(response.histogram);
  const limit = limitMs * DIGITS;
  let [low, high] = [0, 100];
  while (high - low > FINENESS) {
    const middle = (low + high) / 2;
    if (histogram.at(middle) <= limit) low = middle;
    else high = middle;
  }
  const inTime = histogram.at(100) <= limit ? 1 : low / 100;
  histogram.free();
  return (acknowledged * inTime) / offered;
}
