import { realTimer } from '../../base/timer.js';

/** Something that changes while others wait for it. */
export class Watched {
  readonly #listeners = new Set<() => void>();
  readonly #ends = new Set<() => void>();

  changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Resolves with what `find` gives as soon as it gives something; it is asked at every change, and now and then. */
  until<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      let cancel = (): void => {};
      const end = (): void => {
        this.#listeners.delete(look);
        this.#ends.delete(end);
        cancel();
      };
      const look = (): void => {
        cancel();
        try {
          const found = find();
          if (found === undefined) {
            cancel = realTimer().after(LOOK_MS, look);
            return;
          }
          end();
          resolve(found);
        } catch (error) {
          end();
          reject(error);
        }
      };
      this.#listeners.add(look);
      this.#ends.add(end);
      look();
    });
  }

  /** Nobody waits any more: what still does never hears anything. */
  close(): void {
    for (const end of [...this.#ends]) end();
  }
}

/** Some things happen by time alone: an agent falls silent. */
const LOOK_MS = 250;
