import { pause, type Timer } from '../../base/timer.js';
import type { SutEventOutcome } from '../../evidence/load-result.js';
import { SUT_ACTIONS, type SutAction, type SutEvent, type SutUndo } from './sut-event.js';

/** Acts on the system under test; gives why it could not, or undefined when it is done. */
export type ActOnSut = (action: SutAction | SutUndo) => Promise<string | undefined>;

/** Where nothing says how to act on the system. */
export async function noControl(): Promise<string> {
  return 'nothing says how to control the system under test';
}

/** Does to the system under test what the plan wants at its times, one after the other, and never leaves it so. */
export class SutCourse {
  readonly #events: SutEvent[];
  readonly #act: ActOnSut;
  readonly #timer: Timer;
  readonly #outcomes: SutEventOutcome[] = [];
  #startedAt = 0;
  #acknowledged = 0;
  #hasBegun = false;
  #doing: Promise<void> = Promise.resolve();
  #cancels: (() => void)[] = [];

  constructor(events: readonly SutEvent[], act: ActOnSut, timer: Timer) {
    this.#events = [...events];
    this.#act = act;
    this.#timer = timer;
  }

  /** `inMs`: until the plan begins. */
  begin(inMs: number): void {
    this.#hasBegun = true;
    this.#startedAt = this.#timer.now() + inMs;
    for (const event of this.#events) {
      if (event.at.kind !== 'time') continue;
      this.#cancels.push(this.#timer.after(inMs + event.at.ms, () => this.#due(event), { background: true }));
    }
  }

  /** The plan began before, under somebody's eyes who is gone: what was due until now is theirs, and not done twice. */
  resume(sinceMs: number): void {
    for (const event of [...this.#events]) {
      if (!this.#wasDue(event, sinceMs)) continue;
      this.#events.splice(this.#events.indexOf(event), 1);
      this.#outcomes.push({ action: event.action, trouble: 'it was due before this coordinator was started' });
    }
    this.begin(-sinceMs);
  }

  #wasDue({ at }: SutEvent, sinceMs: number): boolean {
    return at.kind === 'time' ? at.ms <= sinceMs : at.messages <= this.#acknowledged;
  }

  /** So many more messages were acknowledged. */
  count(acknowledged: number): void {
    this.#acknowledged += acknowledged;
    if (!this.#hasBegun) return;
    const reached = this.#events.filter(({ at }) => at.kind === 'count' && at.messages <= this.#acknowledged);
    for (const event of reached) this.#due(event);
  }

  /** Nothing more is begun; resolves with what was done when all of it is taken back. */
  async end(): Promise<readonly SutEventOutcome[]> {
    for (const cancel of this.#cancels) cancel();
    const missed = this.#events.splice(0);
    await this.#doing;
    return [...this.#outcomes, ...missed.map(({ action }) => ({ action, trouble: 'the run was over before' }))];
  }

  #due(event: SutEvent): void {
    const place = this.#events.indexOf(event);
    if (place < 0) return;
    this.#events.splice(place, 1);
    this.#doing = this.#doing.then(() => this.#carryOut(event));
  }

  async #carryOut({ action, forMs }: SutEvent): Promise<void> {
    const since = (): number => Math.round(this.#timer.now() - this.#startedAt);
    const atMs = since();
    const trouble = await this.#act(action);
    if (trouble !== undefined) {
      this.#outcomes.push({ action, atMs, trouble });
      return;
    }
    await pause(this.#timer, forMs);
    const left = await this.#act(SUT_ACTIONS[action]);
    this.#outcomes.push({ action, atMs, untilMs: since(), ...(left !== undefined && { trouble: left }) });
  }
}
