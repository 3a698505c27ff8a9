import type { Cancel, Timer } from '../base/timer.js';

/**
 * Calls `action` after `nominalMs`, but not before the process has had one more turn to read what arrived meanwhile: a
 * process that was stalled must not take its own delay for the peer's silence.
 */
export function deadline(timer: Timer, nominalMs: number, action: () => void): Cancel {
  let cancel = timer.after(nominalMs, () => {
    cancel = timer.after(0, action);
  });
  return () => cancel();
}
