import type { LoadProgress } from '../../run/progress.js';

/** A run of a minute at 2,000 messages a second, so many seconds old. */
export function progressAt(second: number, more: Partial<LoadProgress> = {}): LoadProgress {
  return {
    second,
    ofSeconds: 60,
    warmUpSeconds: 0,
    rate: 1_998 + (second % 3),
    plannedRate: 2_000,
    inFlight: 12,
    waiting: 0,
    offered: second * 2_000,
    sent: second * 2_000 - 4,
    acknowledged: second * 2_000 - 16,
    errors: 0,
    dropped: 0,
    responseP50: 1.2,
    responseP99: second % 2 === 0 ? 182 : 2.4,
    latenessP99: 0.93,
    connections: 64,
    ledger: { delivered: second * 2_000 - 20, lost: 0, duplicated: 0, altered: 0 },
    ...more,
  };
}
