import type { Timer } from '../base/timer.js';
import { Alarm } from './alarm.js';

export type Silence = 'in-frame' | 'idle';

/** Nominal milliseconds; infinite where there is no limit. */
interface SilenceLimits {
  readonly inFrameMs: number;
  readonly idleMs: number;
}

interface Watched {
  /** Whether a frame was begun and not ended, and it is the peer's turn to go on. */
  inFrame(): boolean;
  onSilence(silence: Silence): void;
}

/** Timers fire up to a millisecond early. */
const EARLY_MS = 1;

/** Notices that a connection is silent for too long. */
export class IdleWatch {
  readonly #timer: Timer;
  readonly #limits: SilenceLimits;
  readonly #watched: Watched;
  readonly #alarm: Alarm;
  #lastActivity: number;

  constructor(timer: Timer, limits: SilenceLimits, watched: Watched) {
    this.#timer = timer;
    this.#limits = limits;
    this.#watched = watched;
    this.#alarm = new Alarm(timer, () => this.#check());
    this.#lastActivity = timer.now();
    this.#alarm.ringBy(this.#deadline());
  }

  /** The peer did something. Only the begin of a frame can bring the deadline nearer. */
  touch(): void {
    this.#lastActivity = this.#timer.now();
    if (this.#watched.inFrame()) this.#alarm.ringBy(this.#deadline());
  }

  stop(): void {
    this.#alarm.stop();
  }

  /** Real time at which the present silence becomes too long. */
  #deadline(): number {
    const { inFrameMs, idleMs } = this.#limits;
    const limit = this.#watched.inFrame() ? Math.min(inFrameMs, idleMs) : idleMs;
    return this.#lastActivity + limit * this.#timer.scale;
  }

  #check(): void {
    const deadline = this.#deadline();
    if (deadline - this.#timer.now() > EARLY_MS) {
      this.#alarm.ringBy(deadline);
    } else {
      this.#alarm.stop();
      this.#watched.onSilence(this.#watched.inFrame() ? 'in-frame' : 'idle');
    }
  }
}
