import type { LoadProgress } from '../run/progress.js';
import { type LiveState, liveLine, liveLines, type Span } from './live-lines.js';

/** Where a run is watched: `process.stderr`, so that results alone go to standard output. */
export interface LiveOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface LiveOptions {
  /** The name of the run. */
  readonly name: string;
  readonly output: LiveOutput;
  /** Given only when a person looks and wants them. */
  readonly colours: boolean;
}

/** Seconds between two lines where nobody looks. */
const LINE_EVERY = 10;
const KEPT_SECONDS = 60;
const NARROW = 80;

const TONES: Readonly<Record<NonNullable<Span['tone']>, readonly [string, string]>> = {
  dim: ['\u001b[2m', '\u001b[22m'],
  bold: ['\u001b[1m', '\u001b[22m'],
  alarm: ['\u001b[31m', '\u001b[39m'],
};

/** A run while it goes on: on a terminal one block that is rewritten in its place, elsewhere a line every ten seconds. */
export class LiveView {
  readonly #options: LiveOptions;
  #rates: readonly number[] = [];
  #p99s: readonly (number | null)[] = [];
  #second = -1;
  #lineAt = 0;
  #state: LiveState | undefined;
  /** Lines of the block that stands on the terminal. */
  #height = 0;

  constructor(options: LiveOptions) {
    this.#options = options;
  }

  update(now: LoadProgress): void {
    if (now.second > this.#second) this.#remember(now);
    this.#state = { name: this.#options.name, now, rates: this.#rates, p99s: this.#p99s };
    if (this.#options.output.isTTY === true) this.#draw(this.#state);
    else this.#tell(this.#state);
  }

  /** Prints a line that stays; on a terminal above the block. */
  say(line: string): void {
    this.#options.output.write(`${this.#erasure()}${line}\n`);
    this.#height = 0;
    if (this.#state !== undefined && this.#options.output.isTTY === true) this.#draw(this.#state);
  }

  /** Takes the block away: the result says more. */
  end(): void {
    if (this.#height > 0) this.#options.output.write(this.#erasure());
    this.#height = 0;
    this.#state = undefined;
  }

  #remember({ second, rate, responseP99 }: LoadProgress): void {
    this.#second = second;
    this.#rates = [...this.#rates, rate].slice(-KEPT_SECONDS);
    this.#p99s = [...this.#p99s, responseP99 === 0 ? null : responseP99].slice(-KEPT_SECONDS);
  }

  #tell(state: LiveState): void {
    if (state.now.second < this.#lineAt + LINE_EVERY) return;
    this.#lineAt = state.now.second - (state.now.second % LINE_EVERY);
    this.#options.output.write(`${liveLine(state)}\n`);
  }

  #draw(state: LiveState): void {
    const { output, colours } = this.#options;
    const lines = liveLines(state, output.columns ?? NARROW);
    const text = lines.map((spans) => `${spans.map((span) => paint(span, colours)).join('')}\u001b[K\n`);
    output.write(`${this.#height > 0 ? `\u001b[${this.#height}A\r` : ''}${text.join('')}\u001b[J`);
    this.#height = lines.length;
  }

  /** Back to the first line of the block, and nothing below it. */
  #erasure(): string {
    return this.#height > 0 ? `\u001b[${this.#height}A\r\u001b[J` : '';
  }
}

function paint({ text, tone }: Span, colours: boolean): string {
  if (!colours || tone === undefined || text === '') return text;
  const [on, off] = TONES[tone];
  return on + text + off;
}
