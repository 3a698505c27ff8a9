import { timerOrigin, wallClock } from '../../base/clock.js';
import { realTimer } from '../../base/timer.js';

/** Wall clock less monotonic clock, milliseconds: two looks differ only where somebody set the clock between them. */
export function clockGap(): number {
  return wallClock().getTime() - timerOrigin() - realTimer().now();
}
