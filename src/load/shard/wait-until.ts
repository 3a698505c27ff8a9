import { wallClock } from '../../base/clock.js';
import { realTimer } from '../../base/timer.js';

/** Resolves at that wall clock instant, in milliseconds, or as soon as the signal is aborted. */
export function waitUntil(atEpochMs: number, signal?: AbortSignal): Promise<void> {
  const ms = Math.max(0, atEpochMs - wallClock().getTime());
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const cancel = realTimer().after(ms, () => end());
    const end = (): void => {
      cancel();
      signal?.removeEventListener('abort', end);
      resolve();
    };
    signal?.addEventListener('abort', end);
  });
}
