import type { Socket } from 'node:net';
import { never } from '../base/never.js';
import type { Cancel, Timer } from '../base/timer.js';
import type { ReadGate } from './read-gate.js';
import type { WireAction, WirePlan } from './wire-plan.js';

type Done = (result: 'written' | 'lost') => void;
interface Job {
  readonly plan: WirePlan;
  readonly done: Done;
}

/** What a plan can ask of the connection besides writing. */
interface Line {
  /** FIN at once, whatever waits. */
  endNow(where?: 'in-order' | 'below-tls'): void;
  reset(): void;
  /** Bytes left the writer: the backlog is smaller now. */
  progressed(): void;
}

/**
 * Carries out wire plans on one socket, one after the other. Plans of a single write are handed on at once, so that the
 * runtime can join them; a longer plan waits until nothing is under way, so that its writes stay apart.
 */
export class PlanWriter {
  readonly #socket: Socket;
  readonly #timer: Timer;
  readonly #line: Line;
  readonly #gate: ReadGate;
  readonly #waiting: Job[] = [];
  /** Plans of one write that the runtime has; it calls back in the order in which it got them. */
  readonly #simple: Done[] = [];
  #active: Job | undefined;
  #next = 0;
  #cancelPause: Cancel | undefined;
  #silenced = false;
  #closed = false;
  #waitingBytes = 0;

  constructor(socket: Socket, timer: Timer, line: Line, gate: ReadGate) {
    this.#socket = socket;
    this.#timer = timer;
    this.#line = line;
    this.#gate = gate;
  }

  /** Bytes that wait: in plans, and in the runtime because the peer does not read. */
  get backlog(): number {
    return this.#waitingBytes + this.#socket.writableLength;
  }

  /** True when every plan was carried out, or never will be. */
  get isIdle(): boolean {
    return this.#active === undefined && this.#waiting.length === 0 && this.#simple.length === 0;
  }

  add(plan: WirePlan, done: Done): void {
    const only = plan.length === 1 ? plan[0] : undefined;
    if (this.#closed || this.#silenced) {
      done('lost');
    } else if (only?.kind === 'write' && this.#active === undefined && this.#waiting.length === 0) {
      this.#writeSimple(only.bytes, done);
    } else {
      this.#waiting.push({ plan, done });
      this.#waitingBytes += bytesOf(plan);
      this.#startNext();
    }
  }

  /** The connection is gone: nothing that waits will be written. */
  close(): void {
    this.#closed = true;
    this.#cancelPause?.();
    const jobs = this.#active === undefined ? this.#waiting : [this.#active, ...this.#waiting];
    const lost = [...this.#simple.splice(0), ...jobs.map((job) => job.done)];
    this.#active = undefined;
    this.#dropWaiting();
    for (const done of lost) done('lost');
  }

  #writeSimple(bytes: Buffer, done: Done): void {
    this.#simple.push(done);
    this.#socket.write(bytes, this.#simpleWritten);
  }

  /** One callback for all simple writes, since a closure for each would be garbage at once. */
  readonly #simpleWritten = (error?: Error | null): void => {
    const done = this.#simple.shift();
    if (done === undefined) return;
    done(this.#isLost(error) ? 'lost' : 'written');
    this.#line.progressed();
    if (this.#waiting.length > 0) this.#startNext();
  };

  /** A write that was under way when its socket was destroyed is called back without an error. */
  #isLost(error?: Error | null): boolean {
    return Boolean(error) || this.#socket.destroyed;
  }

  #startNext(): void {
    while (this.#active === undefined && this.#simple.length === 0 && !this.#closed) {
      const job = this.#waiting.shift();
      if (job === undefined) return;
      this.#waitingBytes -= bytesOf(job.plan);
      this.#active = job;
      this.#next = 0;
      this.#step();
    }
  }

  /** Carries out actions until one has to be waited for. */
  #step(): void {
    while (this.#active !== undefined) {
      const action = this.#active.plan[this.#next++];
      if (action === undefined) this.#finish('written');
      else if (this.#perform(action, this.#active)) return;
    }
  }

  /** True when the action calls back later. */
  #perform(action: WireAction, job: Job): boolean {
    switch (action.kind) {
      case 'write':
        this.#socket.write(action.bytes, this.#resume);
        return true;
      case 'pause':
        if (action.ms <= 0) return false;
        this.#cancelPause = this.#timer.after(action.ms, () => this.#resume());
        return true;
      case 'stop-reading':
        this.#gate.stop('plan');
        return false;
      case 'go-on-reading':
        this.#gate.goOn('plan');
        return false;
      case 'await':
        void action.begin().then(() => this.#goOn(job));
        return true;
      case 'reset':
        this.#silence();
        this.#line.reset();
        return true;
      case 'end':
        this.#silence();
        this.#line.endNow();
        return true;
      case 'truncate':
        this.#silence();
        this.#line.endNow('below-tls');
        return true;
      case 'withhold':
        this.#silence();
        return true;
      default:
        return never(action);
    }
  }

  /** Something else that was waited for is done; by then the plan may be gone with its connection. */
  #goOn(job: Job): void {
    if (this.#active === job) this.#resume();
  }

  readonly #resume = (error?: Error | null): void => {
    if (this.#active === undefined) return;
    if (this.#isLost(error)) this.#finish('lost');
    else this.#step();
    this.#line.progressed();
    this.#startNext();
  };

  #finish(result: 'written' | 'lost'): void {
    const job = this.#active;
    this.#active = undefined;
    job?.done(result);
  }

  /** The present plan was the last one. */
  #silence(): void {
    this.#silenced = true;
    this.#finish('written');
    const refused = this.#waiting.map((job) => job.done);
    this.#dropWaiting();
    for (const done of refused) done('lost');
  }

  #dropWaiting(): void {
    this.#waiting.length = 0;
    this.#waitingBytes = 0;
  }
}

function bytesOf(plan: WirePlan): number {
  let sum = 0;
  for (const action of plan) if (action.kind === 'write') sum += action.bytes.length;
  return sum;
}
