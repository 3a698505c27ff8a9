import type { Timer } from '../../base/timer.js';
import type { Role } from '../../endpoint/simulator.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import type { DialOptions } from '../../mllp/dial.js';
import type { ArrivalSource } from '../arrival/arrival-source.js';
import type { LoadFault } from '../fault/load-fault.js';
import { type IntervalSample, Recorder } from '../measure/recorder.js';
import type { LoadMix, LoadUnit } from '../template/load-unit.js';
import { LanePool } from './lane-pool.js';
import { MessageTime } from './message-time.js';
import type { Resending } from './second-tries.js';
import { noMessage, type Waiting } from './waiting-line.js';

/** Where the messages of a role go, and over how many connections. */
export interface GeneratorTarget {
  readonly role: Role;
  readonly dial: DialOptions;
  /** At most, and from the beginning. */
  readonly connections: number;
  readonly leastConnections?: number;
}

export interface GeneratorOptions {
  readonly arrivals: ArrivalSource;
  readonly mix: LoadMix;
  readonly targets: readonly GeneratorTarget[];
  /** Messages on their way at once on one connection. */
  readonly depth: number;
  readonly perMessage: boolean;
  readonly faults?: readonly LoadFault[];
  /** CA is not the end of a message. */
  readonly awaitsApplication?: boolean;
  readonly queueLimit: number;
  readonly acknowledgmentTimeoutMs: number;
  /** Absent: what is not acknowledged is given up. */
  readonly resending?: Resending;
  /** So long may no connection be up before the run is given up; 5 seconds where absent. */
  readonly patienceMs?: number;
  /** Between the answer to a message of a workflow and the next one. */
  readonly thinkMs: number;
  readonly warmUpMs: number;
  /** The first letters of every MSH-10 of this run. */
  readonly prefix: Buffer;
  /** Message time at the start. */
  readonly clock: Date;
  readonly timer: Timer;
  /** The instant, on the timer, at which the plan begins. */
  readonly startAt: number;
  /** `accepted`: the ordinals that were accepted in that second. */
  readonly onInterval?: (sample: IntervalSample, accepted: OrdinalSet) => void;
}

export type GeneratorEnd =
  | { readonly kind: 'completed' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'unreachable'; readonly reason: string };

const TICK_MS = 1;
const SECOND_MS = 1_000;
const PATIENCE_MS = 5_000;

/** Sends what a plan wants, at the instants that it wants, whatever the system under test does. */
export class Generator {
  readonly recorder: Recorder;
  /** Ordinals of the messages that were acknowledged with AA or CA, those of the warm-up too. */
  readonly accepted = new OrdinalSet();
  #acceptedNow = new OrdinalSet();
  readonly #options: GeneratorOptions;
  readonly #pools = new Map<Role, LanePool>();
  readonly #delayed: Waiting[] = [];
  readonly #message: Waiting;
  readonly #time: MessageTime;
  #nextSecond = SECOND_MS;
  #open = 0;
  #isStopped = false;
  #finish: (end: GeneratorEnd) => void = () => {};

  constructor(options: GeneratorOptions) {
    this.#options = options;
    this.recorder = new Recorder(options.mix.types.length, options.warmUpMs);
    this.#time = new MessageTime(options.clock);
    this.#message = noMessage();
    for (const target of options.targets) this.#pools.set(target.role, this.#poolFor(target));
  }

  /** Connects and follows the plan to its end. */
  run(): Promise<GeneratorEnd> {
    for (const pool of this.#pools.values()) pool.open();
    return new Promise((resolve) => {
      this.#finish = resolve;
      this.#tick();
    });
  }

  /** Ends the run with what it has. */
  stop(): void {
    this.#isStopped = true;
  }

  get inFlight(): number {
    let sum = 0;
    for (const pool of this.#pools.values()) sum += pool.inFlight;
    return sum;
  }

  /** Messages that wait for a free connection. */
  get waiting(): number {
    return [...this.#pools.values()].reduce((sum, pool) => sum + pool.waiting, 0);
  }

  /** Connections that were opened so far. */
  get connections(): number {
    return [...this.#pools.values()].reduce((sum, pool) => sum + pool.size, 0);
  }

  /** Connections that are up. */
  get up(): number {
    return [...this.#pools.values()].reduce((sum, pool) => sum + pool.up, 0);
  }

  readonly #now = (): number => this.#options.timer.now() - this.#options.startAt;

  #poolFor({ dial, connections, leastConnections = connections }: GeneratorTarget): LanePool {
    const { depth, perMessage, prefix, timer, mix, queueLimit, acknowledgmentTimeoutMs } = this.#options;
    const { faults = [], awaitsApplication = false, resending } = this.#options;
    return new LanePool({
      dial,
      connections,
      leastConnections,
      faults,
      awaitsApplication,
      resending,
      depth,
      perMessage,
      prefix,
      timer,
      mostSteps: mix.mostSteps,
      queueLimit,
      acknowledgmentTimeoutMs,
      recorder: this.recorder,
      now: this.#now,
      timeAt: (ms) => this.#time.at(Math.max(0, ms)),
      onDecided: (message, isGood) => this.#decided(message, isGood),
    });
  }

  #tick(): void {
    const now = this.#now();
    this.#takeUp(now);
    for (const pool of this.#pools.values()) {
      pool.expire();
      pool.drain();
    }
    if (now >= this.#nextSecond) this.#cut(now);
    const end = this.#end(now);
    if (end === undefined) this.#options.timer.after(TICK_MS, () => this.#tick());
    else this.#leave(end, now);
  }

  /** Everything that is due, however late this tick comes. */
  #takeUp(now: number): void {
    const { arrivals, mix } = this.#options;
    while (arrivals.nextAt <= now && !this.#isStopped) {
      const { ordinal, nextAt } = arrivals;
      arrivals.advance();
      this.#open++;
      // A user of a closed model has no plan of his own: he sends when he can.
      this.#offer(ordinal, mix.unitOf(ordinal), 0, arrivals.isClosed ? now : nextAt, now);
    }
    for (let due = this.#delayed[0]; due && due.intended <= now; due = this.#delayed[0]) {
      this.#delayed.shift();
      this.#offer(due.arrival, due.unit, due.step, due.intended, now);
    }
  }

  #offer(arrival: number, unit: LoadUnit, step: number, intended: number, taken: number): void {
    const template = unit.steps[step];
    if (template === undefined) return;
    const message = this.#message;
    message.arrival = arrival;
    message.unit = unit;
    message.step = step;
    message.intended = intended;
    message.taken = taken;
    this.recorder.offered(template.type, intended, taken);
    this.#pools.get(template.template.from)?.offer(message);
  }

  /** The next message of a workflow is due a think time after the answer; a workflow that was refused ends. */
  #decided({ arrival, unit, step }: Waiting, isGood: boolean): void {
    if (isGood) this.#accept(arrival * this.#options.mix.mostSteps + step);
    if (!isGood || step + 1 >= unit.steps.length) {
      this.#leaveUnit();
      return;
    }
    const now = this.#now();
    const { thinkMs } = this.#options;
    if (thinkMs > 0) this.#delayed.push({ ...noMessage(), arrival, unit, step: step + 1, intended: now + thinkMs });
    else this.#offer(arrival, unit, step + 1, now, now);
  }

  #accept(ordinal: number): void {
    this.accepted.add(ordinal);
    this.#acceptedNow.add(ordinal);
  }

  #leaveUnit(): void {
    const { arrivals } = this.#options;
    this.#open--;
    if (!arrivals.isClosed) return;
    const now = this.#now();
    arrivals.done(now);
    this.#takeUp(now);
  }

  #cut(now: number): void {
    const second = Math.floor(now / SECOND_MS);
    this.#tell(second - 1);
    this.#nextSecond = (second + 1) * SECOND_MS;
  }

  #tell(second: number): void {
    this.#options.onInterval?.(this.recorder.cut(second, this.inFlight, this.waiting), this.#acceptedNow);
    this.#acceptedNow = new OrdinalSet();
  }

  #end(now: number): GeneratorEnd | undefined {
    if (this.#isStopped) return { kind: 'stopped' };
    if (this.#open === 0 && this.#options.arrivals.isOver(now)) return { kind: 'completed' };
    const { patienceMs = PATIENCE_MS } = this.#options;
    for (const pool of this.#pools.values()) {
      const { outage } = pool;
      if (now >= 0 && outage && outage.ms > patienceMs) return { kind: 'unreachable', reason: outage.reason };
    }
    return undefined;
  }

  #leave(end: GeneratorEnd, now: number): void {
    this.#tell(Math.floor(now / SECOND_MS));
    for (const pool of this.#pools.values()) pool.close();
    this.#finish(end);
  }
}
