/** What a message of a run is known by at a far end: its ordinal, or a digest of its content. */
export type DeliveryKey = number | bigint;

interface Last {
  readonly key: DeliveryKey;
  readonly isStruck: boolean;
}

/**
 * Of which deliveries the system cannot know that they were acknowledged: the acknowledgment was withheld, late or a refusal by a
 * fault of ours, or was the last thing on a connection that then ended. Sending such a message again is right, sending any
 * other again is not. Memory follows the faults, not the messages.
 */
export class Doubts {
  readonly #keys = new Set<DeliveryKey>();
  readonly #last = new Map<number, Last>();

  has(key: DeliveryKey): boolean {
    return this.#keys.has(key);
  }

  /** A message came on a connection: whoever sends the next one has heard of the one before. */
  came(connection: number, key: DeliveryKey): void {
    const before = this.#last.get(connection);
    if (before !== undefined && !before.isStruck && before.key !== key) this.#keys.delete(before.key);
    this.#last.set(connection, { key, isStruck: false });
  }

  /** Its acknowledgment is not given as it should be. */
  struck(connection: number, key: DeliveryKey): void {
    this.#keys.add(key);
    this.#last.set(connection, { key, isStruck: true });
  }

  gone(connection: number): void {
    const last = this.#last.get(connection);
    this.#last.delete(connection);
    if (last !== undefined) this.#keys.add(last.key);
  }
}
