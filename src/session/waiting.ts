import { processLag } from '../base/lag.js';
import type { Timer } from '../base/timer.js';
import type { ExchangeBook } from '../endpoint/exchange-book.js';

/** However long this process is held up, no wait takes longer than so many times what was asked for. */
const LONGEST = 4;
/** Real milliseconds; less is not worth another wait. */
const LEAST_HELD_UP_MS = 50;

/**
 * The first value that `probe` gives, now or after any later event, or undefined when `withinMs` nominal milliseconds
 * have passed, and as long again as this process was held up meanwhile: it must not take its own delay for the peer's silence.
 * Waits on events: nothing is polled.
 */
export function waitFor<T>(
  book: ExchangeBook,
  timer: Timer,
  withinMs: number,
  probe: () => T | undefined,
): Promise<T | undefined> {
  const already = probe();
  if (already !== undefined) return Promise.resolve(already);
  return new Promise((resolve, reject) => {
    const finish = (value: T | undefined): void => {
      stop();
      cancel();
      resolve(value);
    };
    const look = (): void => {
      try {
        const value = probe();
        if (value !== undefined) finish(value);
      } catch (error) {
        stop();
        cancel();
        reject(error);
      }
    };
    const stop = book.watch(look);
    const cancel = whenOver(timer, withinMs, () => finish(undefined));
  });
}

/** Calls `action` when the time is over, and what was lost of it has been given back. */
function whenOver(timer: Timer, withinMs: number, action: () => void): () => void {
  const lag = processLag();
  let seenMs = lag.totalMs;
  let leftMs = withinMs * (LONGEST - 1);
  let cancel = timer.after(withinMs, function expire() {
    const heldUpMs = lag.totalMs - seenMs;
    const moreMs = Math.min(heldUpMs / timer.scale, leftMs);
    seenMs = lag.totalMs;
    leftMs -= moreMs;
    if (heldUpMs < LEAST_HELD_UP_MS || moreMs <= 0) return action();
    cancel = timer.after(moreMs, expire);
  });
  return () => cancel();
}
