import { pause, realTimer } from '../../base/timer.js';
import type { LoadResult } from '../../evidence/load-result.js';
import { placeText, type ShardRecord } from '../shard/shard-record.js';
import { shardText } from '../shard/shard-text.js';
import { Beat } from './beat.js';
import { claimPlace } from './claim-place.js';
import { deliver, packed, persist } from './deliver.js';
import { prepareListening } from './listen-part.js';
import { invitation, readMessage } from './messages.js';
import type { AgentOptions, Place, PreparedPart } from './place.js';
import { RunLog } from './run-log.js';
import { prepareSending } from './send-part.js';
import { FAR_ENDS, inviteSubject, subjectsOf } from './subjects.js';

export type AgentEnd =
  | { readonly kind: 'delivered'; readonly outcome: LoadResult['outcome'] }
  /** NATS did not come back in time: the result is in a file. */
  | { readonly kind: 'kept'; readonly file: string; readonly reason: string }
  /** It has no result, and told the coordinator why. */
  | { readonly kind: 'left'; readonly reason: string }
  | { readonly kind: 'interrupted' };

const ASK_MS = 1_000;
const AGAIN_MS = 500;

/** Takes part in one run, from the invitation to the delivery of the result. */
export async function takePart(options: AgentOptions): Promise<AgentEnd> {
  for (;;) {
    const run = options.run ?? (await invited(options));
    if (run === undefined) return { kind: 'interrupted' };
    const end = await joined(run, options);
    if (end !== 'taken') return end;
    // Every place was taken while we came: wait for the next invitation.
    if (options.run !== undefined) return { kind: 'left', reason: `the run ${run} has all its agents` };
    await pause(realTimer(), ASK_MS);
  }
}

async function invited({ link, wants, agent, signal, say }: AgentOptions): Promise<string | undefined> {
  say(`waiting for a run that ${wants === 'shard' ? 'wants agents' : 'has far ends'}`);
  while (!signal.aborted) {
    const bytes = await link.ask(inviteSubject(wants), { agent }, ASK_MS);
    const said = bytes && readMessage(invitation, bytes);
    if (said !== undefined) return said.run;
    await pause(realTimer(), AGAIN_MS);
  }
  return undefined;
}

async function joined(run: string, options: AgentOptions): Promise<AgentEnd | 'taken'> {
  const { link, signal, agent } = options;
  const subjects = subjectsOf(run);
  const log = new RunLog(run);
  const unfollow = link.follow(subjects.control, (kept) => log.take(kept));
  try {
    const order = await log.until(() => {
      if (signal.aborted) return 'interrupted';
      // An older word about a place is none.
      return log.isCurrent ? log.order : undefined;
    });
    if (order === 'interrupted') return { kind: 'interrupted' };
    const name = await claimPlace(options, { log, subjects, order });
    if (name === undefined) return 'taken';
    const beat = new Beat(link, subjects.ping, { agent, place: name });
    try {
      return await participate({ options, subjects, log, order, name, beat });
    } finally {
      beat.end();
    }
  } finally {
    unfollow();
    log.close();
  }
}

/** Gets ready, waits for the start, does its part, and delivers what it has measured. */
async function participate(place: Place): Promise<AgentEnd> {
  const { options, beat, order, name } = place;
  let part: PreparedPart | undefined;
  let record: ShardRecord;
  try {
    await beat.begin(order.patienceMs);
    const preparing = name === FAR_ENDS ? await prepareListening(place) : prepareSending(place);
    if (preparing.kind === 'refused') return leave(place, preparing.reason);
    part = preparing;
    const clock = beat.clock.fix();
    const ready = { agent: options.agent, clock };
    await persist(() => options.link.keep(place.subjects.ready(name), ready), order.patienceMs);
    const begun = await started(place);
    if (typeof begun === 'string') return leave(place, begun);
    options.say(`${placeText(part.place)}: start at ${new Date(begun.atEpochMs).toISOString()}`);
    record = { ...(await part.perform(begun.atEpochMs + clock.offsetMs)), clock: beat.clock.now };
  } catch (error) {
    return leave(place, error instanceof Error ? error.message : String(error));
  } finally {
    await part?.close();
  }
  return delivered(place, record);
}

/** The start, or why there will be none for us. */
function started({ options, log, order, name, beat }: Place) {
  const { agent, signal } = options;
  return log.until(() => {
    if (log.start !== undefined) return log.start.agents[name] === agent ? log.start : 'the place was given to another';
    if (log.abort !== undefined) return 'the run was ended before its start';
    if (signal.aborted) return 'interrupted';
    if (log.agentAt(name) !== agent) return 'the place was given away: we were not heard';
    if (realTimer().now() - beat.answeredAt > order.patienceMs) return 'the coordinator is gone';
    return undefined;
  });
}

async function leave({ options, subjects, name }: Place, reason: string): Promise<AgentEnd> {
  const told = { agent: options.agent, reason };
  await persist(() => options.link.keep(subjects.failed(name), told), ASK_MS);
  return options.signal.aborted ? { kind: 'interrupted' } : { kind: 'left', reason };
}

async function delivered({ options, subjects, order, name }: Place, record: ShardRecord): Promise<AgentEnd> {
  const { link, agent, keepFile } = options;
  const subject = subjects.result(name);
  const patienceMs = order.patienceMs;
  const reason = await deliver(link, { subject, id: `${subject}.${agent}`, agent, bytes: packed(record), patienceMs });
  if (reason === undefined) return { kind: 'delivered', outcome: record.outcome };
  const part = record.place.kind === 'shard' ? record.place.index + 1 : name;
  const file = keepFile(`load-shard-${part}-of-${order.of}.json`, shardText(record));
  return { kind: 'kept', file, reason };
}
