import type { IntervalSample } from '../measure/recorder.js';
import type { LoadPlan } from '../plan/load-plan.js';
import { AbortWatch } from '../run/abort-watch.js';
import type { FarEndCounts } from '../run/far-end-part.js';
import { ProgressCount } from '../run/progress.js';
import type { LoadHooks } from '../run/run-load.js';
import type { Threshold } from '../threshold/threshold.js';
import { LiveLost } from './live-lost.js';
import { LiveSeconds } from './live-seconds.js';
import type { PlaceName } from './subjects.js';

/** A run of several agents while it goes on: its seconds, and whether a threshold is broken over all of them. */
export class LiveRun {
  readonly #seconds: LiveSeconds;
  readonly #watch: AbortWatch;
  readonly #progress: ProgressCount;
  readonly #lost: LiveLost;
  readonly #hooks: LoadHooks;

  constructor(plan: LoadPlan, agents: number, hooks: LoadHooks) {
    this.#seconds = new LiveSeconds(plan.workers);
    this.#watch = new AbortWatch(plan);
    const connections = plan.connections * plan.targets.length * agents;
    this.#progress = new ProgressCount(plan, connections);
    this.#lost = new LiveLost(plan);
    this.#hooks = hooks;
  }

  /** The threshold that ends the run early. */
  get broken(): Threshold | undefined {
    return this.#watch.broken;
  }

  take(place: PlaceName, sample: IntervalSample): void {
    this.#watch.take(sample);
    this.#seconds.take(place, sample);
  }

  /** Tells the seconds that all of these have told. */
  tell(living: readonly PlaceName[], counts: readonly FarEndCounts[]): void {
    for (const interval of this.#seconds.whole(living)) {
      this.#hooks.onInterval?.(interval);
      this.#hooks.onProgress?.(this.#progress.take(interval, this.#lost.told(interval, counts)));
    }
  }
}
