import { OrdinalSet } from '../../ledger/ordinal-set.js';
import type { OrdinalPages } from './far-end-part.js';

/** What is accepted may take so many seconds to arrive before anybody calls it lost while the run goes on. */
export const GRACE_SECONDS = 3;

/** Holds back what was accepted in the last seconds. */
export class AcceptedBefore {
  readonly #bySecond = new Map<number, OrdinalSet>();

  add(second: number, pages: OrdinalPages): void {
    const set = this.#bySecond.get(second) ?? new OrdinalSet();
    set.addPages(pages);
    this.#bySecond.set(second, set);
  }

  /** Takes out what was accepted long enough before `second`. */
  take(second: number): OrdinalPages {
    const taken = new OrdinalSet();
    for (const [one, set] of this.#bySecond) {
      if (one > second - GRACE_SECONDS) continue;
      taken.addPages(set.pages());
      this.#bySecond.delete(one);
    }
    return taken.pages();
  }
}
