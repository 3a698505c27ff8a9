import type { Capacity, CapacityStep, LatencySummary, LoadResult } from '../../evidence/load-result.js';
import { coolDown } from './cool-down.js';
import type { Tried } from './knee.js';
import { RateSearch, type Trial } from './rate-search.js';
import { recoveryAfterOverload } from './recovery.js';
import { runStep, type StepRun, type StepSurroundings } from './run-step.js';
import { capacityOf } from './what-was-found.js';

export interface SearchSurroundings extends StepSurroundings {
  readonly onStep?: (step: CapacityStep) => void;
}

export type CapacityRun =
  /** `result`: the last step that held at the capacity, or else the last one, with what the whole search has shown. */
  | { readonly kind: 'ran'; readonly capacity: Capacity; readonly result: LoadResult }
  /** Nothing was sent: a far end could not listen. */
  | { readonly kind: 'failed'; readonly message: string };

type Ran = Extract<StepRun, { kind: 'ran' }>;

/** Tries one rate after the other until the capacity is known. */
export class CapacitySearch {
  readonly #around: SearchSurroundings;
  readonly #search: RateSearch;
  readonly #steps: CapacityStep[] = [];
  readonly #tried: Tried[] = [];
  readonly #remarks: string[] = [];
  /** The first step that held: the system when it is not busy. */
  #calm: { readonly response: LatencySummary; readonly service: LatencySummary } | undefined;
  /** By rate: the last step that held there. */
  readonly #held = new Map<number, LoadResult>();
  #last: LoadResult | undefined;

  constructor(around: SearchSurroundings) {
    this.#around = around;
    this.#search = new RateSearch(around.options);
  }

  async perform(): Promise<CapacityRun> {
    // Also warms up both sides: nobody is judged by the first message.
    const first = await coolDown(this.#around, undefined);
    this.#last = first.result;
    if (first.kind === 'gone') return this.#found(undefined);
    for (let trial = this.#search.next; trial && !this.#around.signal.aborted; trial = this.#search.next) {
      const step = await this.#attempt(trial);
      if (step.kind === 'failed') return step;
      if (step.kind === 'ended') break;
      this.#learn(trial, step);
    }
    return this.#found(await this.#recovery());
  }

  /** Tries a rate until it has been judged. */
  async #attempt(trial: Trial): Promise<StepRun> {
    for (let attempt = 1; ; attempt++) {
      const step = await runStep(this.#around, trial, this.#steps.length, this.#calm?.service);
      if (step.kind !== 'failed') this.#last = step.result;
      if (step.kind !== 'ran') return step;
      const { verdict } = step;
      const again = !verdict.held && verdict.limit === 'generator' && attempt < this.#around.options.attempts;
      this.#note(trial, step, again);
      const stopped = verdict.held ? undefined : await this.#recovered(step);
      if (stopped !== undefined || !again) return stopped ?? step;
    }
  }

  /** undefined when the system answers as usual again. */
  async #recovered({ result }: Ran): Promise<StepRun | undefined> {
    const { options, signal } = this.#around;
    const after = await coolDown(this.#around, this.#calm?.response);
    if (after.kind === 'calm') return undefined;
    if (after.kind === 'gone') this.#last = after.result;
    else if (!signal.aborted)
      this.#remarks.push(`the system did not answer as usual within ${options.coolDownMs / 1_000} s after overload`);
    return { kind: 'ended', result };
  }

  #note({ rate, phase }: Trial, { result, verdict }: Ran, again: boolean): void {
    const step: CapacityStep = {
      rate,
      achieved: result.rate,
      passed: verdict.held,
      response: result.response,
      lateness: result.lateness,
      reason: again ? `${verdict.reason}; tried again` : verdict.reason,
      phase,
      seconds: result.durationSeconds,
      ...(!verdict.held && { limit: verdict.limit }),
    };
    this.#steps.push(step);
    this.#around.onStep?.(step);
  }

  #learn({ rate, resolution }: Trial, { result, verdict }: Ran): void {
    const { held } = verdict;
    if (held) {
      this.#calm ??= result;
      this.#held.set(rate, result);
    }
    // Independent arrivals are a little more or fewer than planned, and what came is what was held or not.
    const offered = result.outcome === 'completed' ? result.plannedRate : rate;
    this.#tried.push({ rate: offered, held, resolution });
    this.#search.take(held);
  }

  async #recovery(): Promise<number | undefined> {
    const { options, signal } = this.#around;
    const { confirmed, failed, next } = this.#search;
    const held = confirmed === undefined ? undefined : this.#held.get(confirmed);
    if (!options.measuresRecovery || signal.aborted || next !== undefined) return undefined;
    if (held === undefined || failed === undefined) return undefined;
    const ms = await recoveryAfterOverload(this.#around, failed, held);
    if (ms === undefined && !signal.aborted)
      this.#remarks.push('after an overload the system did not come back to the SLO while it was watched');
    return ms;
  }

  #found(recoveryMs: number | undefined): CapacityRun {
    const { slo, options } = this.#around;
    const { confirmed, failed, next } = this.#search;
    const result = (confirmed === undefined ? undefined : this.#held.get(confirmed)) ?? this.#last;
    if (result === undefined) return { kind: 'failed', message: 'no rate was tried' };
    const capacity = capacityOf({
      confirmed,
      failed,
      isComplete: next === undefined,
      steps: this.#steps,
      tried: this.#tried,
      slo: slo.map(({ text }) => text).join(' and '),
      options,
      ...(recoveryMs !== undefined && { recoveryMs }),
    });
    const outcome = this.#outcome(result);
    const warnings = [...result.warnings, ...this.#remarks, ...remarksOn(capacity)];
    return { kind: 'ran', capacity, result: { ...result, outcome, capacity, warnings } };
  }

  #outcome(result: LoadResult): LoadResult['outcome'] {
    if (this.#last?.outcome === 'unreachable') return 'unreachable';
    if (this.#around.signal.aborted) return 'interrupted';
    return result.outcome === 'interrupted' ? 'completed' : result.outcome;
  }
}

function remarksOn({ limitedBy, upper }: ReturnType<typeof capacityOf>): readonly string[] {
  const above = `${Math.round(upper * 100) / 100} messages a second`;
  if (limitedBy === 'generator')
    return [`at ${above} the generator was the limit, not the system: it may carry more; use more workers or machines`];
  if (limitedBy === 'connections')
    return [`at ${above} the connections were the limit, not the system: it may carry more; use more of them`];
  return [];
}
