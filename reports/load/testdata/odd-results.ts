import type { LoadResult } from '../../../src/evidence/load-result.js';
import { newHistogram, summary } from './histogram.js';

/** As read from a file in which the generator's lateness was not recorded. */
export function withoutLateness(result: LoadResult): LoadResult {
  const empty = { ...summary(newHistogram()), count: 0 };
  const bare = Object.fromEntries(Object.entries(result.byMessage).map(([type, own]) => [type, { ...own, lateness: empty }]));
  return { ...result, lateness: empty, byMessage: bare };
}

const HOSTILE = '</script><img src=x onerror="globalThis.pwned=1"><!--\u001b[2J';

/** A result in which every text that comes from outside wants to do harm. */
export function hostileResult(result: LoadResult): LoadResult {
  const [first] = Object.values(result.byMessage);
  return {
    ...result,
    name: HOSTILE,
    seed: HOSTILE,
    pipehat: HOSTILE,
    startedAt: HOSTILE,
    warnings: [HOSTILE],
    errors: { [HOSTILE]: 3 },
    codes: { [HOSTILE]: 3 },
    byMessage: { ...result.byMessage, ...(first && { [HOSTILE]: first }) },
    links: result.links.map((link) => ({ ...link, name: HOSTILE, from: HOSTILE, to: HOSTILE, address: HOSTILE })),
    thresholds: [{ text: HOSTILE, passed: false, actual: 1, aborted: true }],
    validation: { messages: 1, findings: { [HOSTILE]: 1 } },
    ...(result.ledger && { ledger: { ...result.ledger, samples: { lost: [HOSTILE] } } }),
    ...(result.capacity && { capacity: { ...result.capacity, slo: HOSTILE } }),
    ...(result.soak && { soak: { ...result.soak, remarks: [HOSTILE] } }),
  };
}
