import { gunzipSync } from 'node:zlib';
import { wallClock } from '../../base/clock.js';
import { realTimer } from '../../base/timer.js';
import { OrdinalSet } from '../../ledger/ordinal-set.js';
import { type Listener, longestMs, openListener } from '../shard/listen-shard.js';
import { pagesOf } from '../shard/page-text.js';
import type { Place, Preparing } from './place.js';

const TELL_MS = 1_000;

/** Opens the far ends of the plan on this machine. */
export async function prepareListening(place: Place): Promise<Preparing> {
  const { options, order } = place;
  const { pipehat } = options;
  if (pipehat !== order.pipehat) {
    return { kind: 'refused', reason: `this agent is of version ${pipehat} and the run of ${order.pipehat}` };
  }
  const opening = await openListener({ pipehat, plan: order.plan, of: order.of, prefix: order.prefix });
  if (opening.kind === 'failed') return { kind: 'refused', reason: opening.message };
  const { listener } = opening;
  return {
    kind: 'ready',
    place: { kind: 'far-ends', of: order.of },
    async perform(startAtEpochMs) {
      listener.begin(startAtEpochMs);
      const stop = tellCounts(place, listener);
      await heardAll(place, startAtEpochMs);
      stop();
      const outcome = options.signal.aborted ? 'interrupted' : 'completed';
      return listener.finish(acceptedOf(place.log.accepted), outcome);
    },
    close: () => listener.close(),
  };
}

/** Once a second what came so far. */
function tellCounts({ options, subjects, name }: Place, listener: Listener): () => void {
  let isOver = false;
  const next = (): void => {
    if (isOver) return;
    void listener.counts().then((counts) => {
      options.link.tell(subjects.live(name), { agent: options.agent, sample: null, counts });
      realTimer().after(TELL_MS, next, { background: true });
    });
  };
  next();
  return () => {
    isOver = true;
  };
}

/** Until the coordinator says what was accepted; without one, until nothing of the plan can come any more. */
function heardAll({ options, order, log, beat }: Place, startAtEpochMs: number): Promise<true> {
  const endsAt = startAtEpochMs + longestMs(order.plan) + order.plan.settleMs;
  return log.until(() => {
    if (log.accepted !== undefined || options.signal.aborted) return true;
    const isAlone = realTimer().now() - beat.answeredAt > order.patienceMs;
    return isAlone && wallClock().getTime() > endsAt ? true : undefined;
  });
}

/** undefined where nobody said, or nobody said it well. */
function acceptedOf(bytes: Uint8Array | undefined): OrdinalSet | undefined {
  if (bytes === undefined) return undefined;
  const accepted = new OrdinalSet();
  accepted.addPages(pagesOf(JSON.parse(gunzipSync(bytes).toString('utf8'))));
  return accepted;
}
