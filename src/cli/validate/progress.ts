import type { Timer } from '../../base/timer.js';

/** Milliseconds between two looks at the work. */
const EVERY_MS = 250;

/** One line on a terminal's standard error that says how far the work is; nothing anywhere else. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #timer: Timer;
  #next: number;
  #isShown = false;

  constructor(stream: NodeJS.WriteStream, timer: Timer) {
    this.#stream = stream;
    this.#timer = timer;
    this.#next = timer.now() + EVERY_MS;
  }

  /** `total` bytes are known to come; 0 where nobody knows. */
  show(messages: number, failed: number, bytes: number, total: number): void {
    if (!this.#stream.isTTY || this.#timer.now() < this.#next) return;
    this.#next = this.#timer.now() + EVERY_MS;
    this.#isShown = true;
    const share = total > 0 ? ` of ${size(total)} (${Math.floor((100 * bytes) / total)} %)` : '';
    this.#stream.write(
      `\r\u001b[K${messages.toLocaleString('en')} messages, ${failed.toLocaleString('en')} failed, ${size(bytes)}${share}`,
    );
  }

  /** Takes the line away, before something else is printed. */
  clear(): void {
    if (this.#isShown) this.#stream.write('\r\u001b[K');
    this.#isShown = false;
  }
}

function size(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
