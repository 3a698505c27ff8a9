import { runShard } from '../shard/run-shard.js';
import type { ShardRecord } from '../shard/shard-record.js';
import { makeMix } from '../template/make-mix.js';
import type { Abort } from './messages.js';
import type { Place, Preparing } from './place.js';

/** Makes the messages of a shard ahead; refuses what this machine may not or cannot do. */
export function prepareSending(place: Place): Preparing {
  const { options, order, name } = place;
  const reason = refusalOf(place);
  if (reason !== undefined) return { kind: 'refused', reason };
  const shard = { index: Number(name), of: order.of };
  const plan = { ...order.plan, shard };
  const mix = makeMix(plan).data;
  const { pipehat } = options;
  return {
    kind: 'ready',
    place: { kind: 'shard', ...shard },
    async perform(startAtEpochMs) {
      const run = await runShard(plan, {
        pipehat,
        mix,
        prefix: order.prefix,
        startAtEpochMs,
        listens: false,
        signal: whenEnded(place),
        onSample: (sample) =>
          options.link.tell(place.subjects.live(name), { agent: options.agent, sample, counts: [] }),
      });
      if (run.kind === 'failed') throw new Error(run.message);
      return endedBy(run.record, place.log.abort);
    },
    close: async () => {},
  };
}

function refusalOf({ options, order }: Place): string | undefined {
  if (options.pipehat !== order.pipehat) {
    return `this agent is of version ${options.pipehat} and the run of ${order.pipehat}: their messages may differ`;
  }
  const strange = order.plan.targets.find(({ host }) => !options.mayTarget(host));
  if (strange === undefined) return undefined;
  return `${strange.host} is another machine, and this agent has no allowance: start it with --allow-target ${strange.host}`;
}

/** Aborted by the coordinator or by whoever ends this process. */
function whenEnded({ options, log }: Place): AbortSignal {
  const ended = new AbortController();
  void log
    .until(() => (log.abort !== undefined || options.signal.aborted ? true : undefined))
    .then(() => ended.abort());
  return ended.signal;
}

/** The coordinator watches the thresholds: what looks interrupted here was aborted there. */
function endedBy(record: ShardRecord, abort: Abort | undefined): ShardRecord {
  if (record.outcome !== 'interrupted' || abort?.reason !== 'threshold') return record;
  return { ...record, outcome: 'aborted', ...(abort.threshold !== null && { abortedBy: abort.threshold }) };
}
