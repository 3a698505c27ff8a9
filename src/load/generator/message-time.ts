const TIME_LENGTH = 14;

/** MSH-7 as 14 digits in UTC, made anew once a second. */
export class MessageTime {
  readonly #startMs: number;
  readonly #bytes = Buffer.alloc(TIME_LENGTH);
  #second = -1;

  /** `start`: the message time at the start of the run. */
  constructor(start: Date) {
    this.#startMs = start.getTime();
  }

  /** For an instant in milliseconds since the start. The buffer is used again. */
  at(ms: number): Buffer {
    const second = Math.floor(ms / 1_000);
    if (second !== this.#second) {
      this.#second = second;
      const text = new Date(this.#startMs + second * 1_000).toISOString().replace(/\D/g, '');
      this.#bytes.write(text.slice(0, TIME_LENGTH), 'latin1');
    }
    return this.#bytes;
  }
}
