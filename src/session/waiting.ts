import type { Timer } from '../base/timer.js';
import type { ExchangeBook } from '../endpoint/exchange-book.js';

/**
 * The first value that `probe` gives, now or after any later event, or undefined when `withinMs` nominal milliseconds
 * have passed. Waits on events: nothing is polled.
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
    const cancel = timer.after(withinMs, () => finish(undefined));
  });
}
