import type { LoadInterval } from '../../evidence/load-result.js';
import type { IntervalSample } from '../measure/recorder.js';
import { mergeInterval } from '../run/merge.js';
import type { PlaceName } from './subjects.js';

/**
 * Puts the seconds of all agents together while the run goes on: a second is told when every agent that still lives has told it,
 * or a later one. The final result does not come from here: an agent tells it whole.
 */
export class LiveSeconds {
  readonly #workers: number;
  readonly #samples = new Map<number, IntervalSample[]>();
  /** How often each agent has told each second: once for each of its workers. */
  readonly #told = new Map<PlaceName, Map<number, number>>();
  #next = 0;

  /** `workers` of one agent. */
  constructor(workers: number) {
    this.#workers = workers;
  }

  /** A sample that comes after its second was told is only in the final result. */
  take(place: PlaceName, sample: IntervalSample): void {
    if (sample.second < this.#next) return;
    const known = this.#samples.get(sample.second);
    if (known) known.push(sample);
    else this.#samples.set(sample.second, [sample]);
    const told = this.#told.get(place) ?? new Map<number, number>();
    told.set(sample.second, (told.get(sample.second) ?? 0) + 1);
    this.#told.set(place, told);
  }

  /** The seconds that are whole now, in order. */
  whole(living: readonly PlaceName[]): readonly LoadInterval[] {
    const intervals: LoadInterval[] = [];
    const last = Math.max(-1, ...this.#samples.keys());
    while (this.#next <= last && living.every((place) => this.#hasTold(place, this.#next))) {
      const samples = this.#samples.get(this.#next);
      this.#samples.delete(this.#next);
      this.#next++;
      if (samples !== undefined) intervals.push(mergeInterval(samples));
    }
    return intervals;
  }

  #hasTold(place: PlaceName, second: number): boolean {
    const told = this.#told.get(place);
    if (told === undefined) return false;
    return (told.get(second) ?? 0) >= this.#workers || [...told.keys()].some((one) => one > second + 1);
  }
}
