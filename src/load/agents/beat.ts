import { wallClock } from '../../base/clock.js';
import { pause, realTimer } from '../../base/timer.js';
import { ClockComparison } from './clock-offset.js';
import type { Link } from './link.js';
import { pong, readMessage } from './messages.js';
import type { PlaceName } from './subjects.js';

const BEAT_MS = 1_000;
const AGAIN_MS = 200;
/** Questions that are asked one after the other before the start. */
const FIRST = 8;

/** The sign of life of an agent, once a second; every answer compares its clock with that of the coordinator. */
export class Beat {
  readonly clock = new ClockComparison();
  /** When, on the timer, the coordinator last answered. */
  answeredAt = realTimer().now();
  readonly #link: Link;
  readonly #subject: string;
  readonly #who: { readonly agent: string; readonly place: PlaceName };
  #isOver = false;

  constructor(link: Link, subject: string, who: { readonly agent: string; readonly place: PlaceName }) {
    this.#link = link;
    this.#subject = subject;
    this.#who = who;
  }

  /** Compares the clocks well, then goes on beating. Throws where nobody answers so long. */
  async begin(patienceMs: number): Promise<void> {
    const timer = realTimer();
    const deadline = timer.now() + patienceMs;
    for (let answers = 0; answers < FIRST; ) {
      if (await this.#ask()) answers++;
      else if (timer.now() >= deadline) throw new Error('the coordinator does not answer');
      else await pause(timer, AGAIN_MS);
    }
    this.#next();
  }

  end(): void {
    this.#isOver = true;
  }

  #next(): void {
    const again = (): void => {
      if (!this.#isOver) void this.#ask().then(() => this.#next());
    };
    realTimer().after(BEAT_MS, again, { background: true });
  }

  async #ask(): Promise<boolean> {
    const askedAt = wallClock().getTime();
    const bytes = await this.#link.ask(this.#subject, this.#who, BEAT_MS);
    const said = bytes && readMessage(pong, bytes);
    if (said === undefined) return false;
    this.answeredAt = realTimer().now();
    this.clock.take({ askedAt, answeredAt: wallClock().getTime(), theirs: said.epochMs });
    return true;
  }
}
