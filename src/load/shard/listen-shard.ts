import { hostname } from 'node:os';
import { wallClock } from '../../base/clock.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import { extentOf } from '../arrival/arrival-schedule.js';
import type { LoadPlan } from '../plan/load-plan.js';
import type { FarEndCounts, FarEndPart } from '../run/far-end-part.js';
import { linksOf } from '../run/links.js';
import { openFarEnds } from '../run/open-far-ends.js';
import { settleFarEnds } from '../run/settle.js';
import { makeMix } from '../template/make-mix.js';
import { clockGap } from './clock-gap.js';
import { farEndRecords } from './far-end-records.js';
import type { ShardRecord } from './shard-record.js';
import { sharedPlan } from './shared-plan.js';

export interface ListenOrder {
  readonly pipehat: string;
  readonly plan: LoadPlan;
  /** Shards that send. */
  readonly of: number;
  readonly prefix: string;
}

/** The machine that sends nothing and listens at the far ends for what all the others sent. */
export interface Listener {
  begin(startAtEpochMs: number): void;
  counts(): Promise<readonly FarEndCounts[]>;
  /** Waits for what was accepted, as long as the plan allows; all that time where it does not know what was. */
  finish(accepted: OrdinalSet | undefined, outcome: ShardRecord['outcome']): Promise<ShardRecord>;
  close(): Promise<void>;
}

export type ListenerOpening =
  | { readonly kind: 'open'; readonly listener: Listener }
  | { readonly kind: 'failed'; readonly message: string };

export async function openListener(order: ListenOrder): Promise<ListenerOpening> {
  const { plan, prefix } = order;
  const mix = makeMix(plan).data;
  const opening = await openFarEnds({ plan, mix, prefix });
  if (opening.kind === 'failed') return opening;
  return { kind: 'open', listener: listenerOf(order, opening.parts) };
}

function listenerOf({ pipehat, plan, of, prefix }: ListenOrder, farEnds: readonly FarEndPart[]): Listener {
  const gap = clockGap();
  let startAt = wallClock().getTime();
  return {
    begin: (startAtEpochMs) => {
      startAt = startAtEpochMs;
      for (const farEnd of farEnds) farEnd.begin(startAtEpochMs);
    },
    counts: () => Promise.all(farEnds.map((farEnd) => farEnd.counts())),
    finish: async (accepted, outcome) => {
      const settling = { accepted: accepted ?? new OrdinalSet(), hasOthers: accepted === undefined };
      const settled = await settleFarEnds(farEnds, { ...settling, settleMs: plan.settleMs });
      return {
        pipehat,
        place: { kind: 'far-ends', of },
        plan: sharedPlan(plan),
        prefix,
        startAtEpochMs: startAt,
        startedAt: new Date(startAt).toISOString(),
        host: hostname(),
        outcome,
        types: [],
        connections: 0,
        links: linksOf({ ...plan, targets: [] }, farEnds),
        rssBytes: process.memoryUsage.rss(),
        parts: [],
        samples: [],
        farEnds: farEndRecords(plan, settled),
        wallMovedMs: clockGap() - gap,
      };
    },
    close: async () => {
      await Promise.all(farEnds.map((farEnd) => farEnd.close()));
    },
  };
}

/** How long a plan goes on sending at most, milliseconds: the last message may wait for its acknowledgment. */
export function longestMs({ arrival, acknowledgmentTimeoutMs }: LoadPlan): number {
  const ms = arrival.kind === 'open' ? extentOf(arrival.stages).durationMs : arrival.durationMs;
  return ms + acknowledgmentTimeoutMs;
}
