import type { CapacityOptions } from './options.js';

export type SearchOptions = Pick<
  CapacityOptions,
  'startRate' | 'leastRate' | 'mostRate' | 'growth' | 'precision' | 'repetitions'
>;

/** What is to be tried next. */
export interface Trial {
  readonly rate: number;
  readonly phase: 'rise' | 'narrow' | 'confirm';
  /** What the trial has to tell apart: a rate that is too much by this share. */
  readonly resolution: number;
}

/** So often may what was confirmed turn out to be too low, and the search go on from there. */
const MOST_ROUNDS = 8;

/**
 * Which rate to try after which outcome; knows nothing of messages. The rate grows by a factor until one fails, the gap between
 * the last that held and the first that failed is halved until it is small, and the one that held is repeated: it counts when
 * it holds every time. Then the next one above must show once more that it fails: what failed before may have failed by
 * chance, and then the rate grows again from there.
 */
export class RateSearch {
  readonly #options: SearchOptions;
  readonly #held: number[] = [];
  #failed: readonly number[] = [];
  #phase: Trial['phase'] | 'challenge' | 'over' = 'rise';
  #rate: number;
  #growth: number;
  #repetition = 0;
  #misses = 0;
  #rounds = 0;
  #confirmed: number | undefined;

  constructor(options: SearchOptions) {
    this.#options = options;
    this.#rate = options.startRate;
    this.#growth = options.growth;
  }

  /** undefined when the search is over. */
  get next(): Trial | undefined {
    if (this.#phase === 'over') return undefined;
    const phase = this.#phase === 'challenge' ? 'confirm' : this.#phase;
    return { rate: this.#rate, phase, resolution: this.#resolution };
  }

  get #resolution(): number {
    const { precision } = this.#options;
    if (this.#phase === 'rise') return this.#growth - 1;
    if (this.#phase !== 'narrow') return precision;
    return Math.max(precision, Math.sqrt(this.#gap) - 1);
  }

  /** The highest rate that held in every repetition; undefined where none has yet. */
  get confirmed(): number | undefined {
    return this.#confirmed;
  }

  /** The lowest rate that failed, above the confirmed one; undefined where none did. */
  get failed(): number | undefined {
    return lowest(this.#failed.filter((rate) => rate > (this.#confirmed ?? 0)));
  }

  take(held: boolean): void {
    if (held) this.#held.push(this.#rate);
    else this.#failed = [...this.#failed, this.#rate];
    switch (this.#phase) {
      case 'rise':
        this.#risen(held);
        break;
      case 'narrow':
        this.#narrow();
        break;
      case 'confirm':
        this.#repeated(held);
        break;
      default:
        this.#challenged(held);
    }
  }

  #risen(held: boolean): void {
    const { growth, mostRate, leastRate } = this.#options;
    if (this.#best !== undefined && this.#failed.length > 0) {
      this.#narrow();
    } else if (held) {
      if (this.#rate >= mostRate) this.#confirm(this.#rate);
      else this.#grow();
    } else {
      this.#rate /= growth;
      if (this.#rate < leastRate) this.#phase = 'over';
    }
  }

  /** From a confirmed rate in small steps first: it may be near. */
  #grow(): void {
    const { growth, mostRate } = this.#options;
    this.#rate = Math.min(mostRate, this.#rate * this.#growth);
    this.#growth = Math.min(growth, 1 + (this.#growth - 1) * 2);
  }

  /** The highest rate that held below all that failed. */
  get #best(): number | undefined {
    const limit = lowest(this.#failed) ?? Number.POSITIVE_INFINITY;
    const below = this.#held.filter((rate) => rate < limit);
    return below.length === 0 ? undefined : Math.max(...below);
  }

  get #gap(): number {
    return (lowest(this.#failed) ?? Number.POSITIVE_INFINITY) / (this.#best ?? 0);
  }

  #narrow(): void {
    const best = this.#best ?? this.#options.leastRate;
    this.#phase = 'narrow';
    if (this.#gap - 1 <= this.#options.precision * TOLERANCE) this.#confirm(best);
    else this.#rate = best * Math.sqrt(this.#gap);
  }

  #confirm(rate: number): void {
    this.#phase = 'confirm';
    this.#rate = rate;
    this.#repetition = 0;
  }

  #repeated(held: boolean): void {
    if (!held) this.#lower();
    else if (++this.#repetition >= this.#options.repetitions) this.#challenge();
  }

  /** Did not hold every time: a little less, and soon much less. */
  #lower(): void {
    const { precision, leastRate } = this.#options;
    const less = this.#rate / (1 + precision * 2 ** this.#misses++);
    const rate = Math.max(less, this.#best ?? 0);
    if (rate < leastRate || rate <= (this.#confirmed ?? 0)) this.#phase = 'over';
    else this.#confirm(rate);
  }

  #challenge(): void {
    const { precision, mostRate } = this.#options;
    this.#confirmed = this.#rate;
    this.#misses = 0;
    const above = Math.min(mostRate, this.#rate * (1 + precision));
    this.#phase = above > this.#rate && ++this.#rounds < MOST_ROUNDS ? 'challenge' : 'over';
    this.#rate = above;
  }

  #challenged(held: boolean): void {
    if (!held) {
      this.#phase = 'over';
      return;
    }
    // What failed at this rate or below did so by chance.
    this.#failed = this.#failed.filter((rate) => rate > this.#rate);
    this.#phase = 'rise';
    this.#growth = 1 + 2 * this.#options.precision;
    if (this.#failed.length > 0) this.#narrow();
    else if (this.#rate >= this.#options.mostRate) this.#confirm(this.#rate);
    else this.#grow();
  }
}

/** Gaps are products of roots, and not quite as small as meant. */
const TOLERANCE = 1.001;

function lowest(rates: readonly number[]): number | undefined {
  return rates.length === 0 ? undefined : Math.min(...rates);
}
