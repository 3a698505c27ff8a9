import { randomBytes } from 'node:crypto';
import { wallClock } from '../../base/clock.js';
import type { LoadPlan } from '../plan/load-plan.js';
import type { LoadHooks } from '../run/run-load.js';
import type { ShardPlace } from '../shard/shard-record.js';
import { placeText } from '../shard/shard-record.js';
import { persist } from './deliver.js';
import type { Link } from './link.js';
import { LiveRun } from './live-run.js';
import { type Abort, ping, readMessage } from './messages.js';
import { Presence } from './presence.js';
import { RunLog } from './run-log.js';
import { type PlaceName, placeName, type Subjects, subjectsOf } from './subjects.js';

export interface CoordinateOptions {
  readonly link: Link;
  /** The name of the run: a coordinator that is started again under it goes on where the last one was. */
  readonly run: string;
  readonly plan: LoadPlan;
  /** Agents that send. */
  readonly of: number;
  /** So long may an agent be silent, or NATS away, before the run goes on without. */
  readonly patienceMs: number;
  readonly hooks: LoadHooks;
  /** Takes remarks about agents that come and go, one line each. */
  readonly say: (line: string) => void;
}

/** Agents are called silent after so many milliseconds, and before the start their place is given away. */
export const SILENT_MS = 5_000;

/** What every step of a coordinated run knows. */
export class Coordination {
  readonly options: CoordinateOptions;
  readonly subjects: Subjects;
  readonly log: RunLog;
  readonly presence: Presence;
  readonly live: LiveRun;
  /** Tells this coordinator from another one of the same run. */
  readonly instance = randomBytes(4).toString('hex');
  readonly shards: readonly PlaceName[];
  readonly #places: readonly ShardPlace[];
  readonly #ends: (() => void)[] = [];
  #hasAborted = false;

  constructor(options: CoordinateOptions) {
    const { link, run, plan, of, hooks } = options;
    this.options = options;
    this.subjects = subjectsOf(run);
    this.presence = new Presence(link);
    const shards = Array.from({ length: of }, (_, index): ShardPlace => ({ kind: 'shard', index, of }));
    this.#places = plan.farEnds.length === 0 ? shards : [...shards, { kind: 'far-ends', of }];
    this.shards = shards.map(placeName);
    this.live = new LiveRun(plan, of, hooks);
    this.log = new RunLog(run, (place, sample) => {
      this.live.take(place, sample);
      this.live.tell(
        this.shards.filter((one) => this.isAlive(one)),
        this.log.counts,
      );
    });
    this.#ends.push(link.follow(this.subjects.all, (kept) => this.log.take(kept)));
    this.#ends.push(link.answer(this.subjects.ping, (bytes) => this.#pong(bytes)));
    link.onChange((isUp) => options.say(isUp ? 'NATS is back' : 'NATS is away: the agents go on by themselves'));
  }

  /** Every place, with the one that listens at the far ends where the plan has any. */
  get places(): readonly PlaceName[] {
    return this.#places.map(placeName);
  }

  get isInterrupted(): boolean {
    return this.options.hooks.signal?.aborted === true;
  }

  /** `shard 2 of 3 (agent 1f2e on bench-7)`. */
  nameOf(place: PlaceName): string {
    const known = this.#places.find((one) => placeName(one) === place);
    const holder = this.log.holders.get(place);
    const who = holder?.agent ? ` (agent ${holder.agent} on ${holder.host})` : '';
    return `${known === undefined ? place : placeText(known)}${who}`;
  }

  isAlive(place: PlaceName): boolean {
    return this.verdictOn(place) === undefined && this.presence.silentMs(place, this.log.agentAt(place)) < SILENT_MS;
  }

  /** Whether nothing more will come from a place: its result is here, or why there will be none; undefined while it may. */
  verdictOn(place: PlaceName): 'told' | { readonly lost: string } | undefined {
    const { log, presence, options } = this;
    if (log.results.has(place)) return 'told';
    const reason = log.failed.get(place);
    if (reason !== undefined) return { lost: reason };
    const { patienceMs } = options;
    if (presence.silentMs(place, log.agentAt(place)) >= patienceMs)
      return { lost: `no sign of life for ${seconds(patienceMs)}` };
    if (presence.cutOffMs >= patienceMs) return { lost: `NATS has been away for ${seconds(patienceMs)}` };
    return undefined;
  }

  /** Ends the run early; only the first word counts. */
  async abort(abort: Abort): Promise<void> {
    if (this.#hasAborted || this.log.abort !== undefined) return;
    this.#hasAborted = true;
    const { link, patienceMs } = this.options;
    await persist(() => link.keep(this.subjects.abort, abort, { after: 0 }), patienceMs);
  }

  close(): void {
    for (const end of this.#ends) end();
    this.log.close();
  }

  /** Closes with the run. */
  onClose(end: () => void): void {
    this.#ends.push(end);
  }

  #pong(bytes: Uint8Array): object | undefined {
    const heard = readMessage(ping, bytes);
    if (heard === undefined) return undefined;
    this.presence.take(heard);
    return { epochMs: wallClock().getTime() };
  }
}

function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}
