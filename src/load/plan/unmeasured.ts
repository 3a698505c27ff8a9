import type { Threshold } from '../threshold/threshold.js';
import type { LoadPlan } from './load-plan.js';

/** Promises about what arrives, where nobody watches it: they could only be broken. */
export function unmeasured(thresholds: readonly Threshold[], { farEnds, validation }: LoadPlan): readonly string[] {
  const about = (...heads: readonly string[]) =>
    thresholds.filter(({ metric }) => heads.includes(metric.split('.')[0] ?? '')).map(({ text }) => text);
  const unwatched = farEnds.length > 0 ? [] : about('ledger', 'endToEnd');
  const unjudged = validation !== undefined ? [] : about('validation');
  return [
    ...unwatched.map((text) => `"${text}" needs a far end, where the system delivers: add --far-end 127.0.0.1:7001`),
    ...unjudged.map((text) => `"${text}" needs a profile: add --validate base`),
  ];
}
