/** A message that was kept for people to look at. Texts hold a character for each byte (ISO 8859-1), so nothing is lost. */
export interface KeptMessage {
  /** Acknowledgment code, `timeout`, `lost`, `altered`, `invalid`, or the fault that struck it. */
  readonly outcome: string;
  /** Where it was seen: `sut`, or the name of a far end. */
  readonly at: string;
  readonly controlId: string;
  /** Milliseconds from the start of the plan to the write, or to the delivery. */
  readonly atMs: number;
  readonly message: string;
  readonly reply?: string;
  /** What is wrong with it: `usage-required PID[1]-5[1]`. */
  readonly findings?: readonly string[];
}

/** Of each outcome so many are kept, the first ones: failures, and of what went well a sample. */
const MOST_OF_EACH = 20;
/** A message of megabytes must not fill the memory. */
const MOST_BYTES = 4_000_000;

/** Messages of a run byte for byte, a few of every outcome. */
export class KeptMessages {
  readonly list: KeptMessage[] = [];
  readonly #counts = new Map<string, number>();
  #bytes = 0;

  /** Whether there is room for one more; to be asked before its bytes are made. */
  wants(outcome: string): boolean {
    return (this.#counts.get(outcome) ?? 0) < MOST_OF_EACH && this.#bytes < MOST_BYTES;
  }

  keep(message: KeptMessage): void {
    this.#counts.set(message.outcome, (this.#counts.get(message.outcome) ?? 0) + 1);
    this.#bytes += message.message.length + (message.reply?.length ?? 0);
    this.list.push(message);
  }
}
