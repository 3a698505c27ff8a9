import { persist } from './deliver.js';
import type { Order } from './messages.js';
import type { AgentOptions } from './place.js';
import type { RunLog } from './run-log.js';
import { FAR_ENDS, type PlaceName, type Subjects } from './subjects.js';

interface Claiming {
  readonly log: RunLog;
  readonly subjects: Subjects;
  readonly order: Order;
}

/**
 * Takes a free place of a run; undefined where there is none. Several agents may want the same one: NATS takes only the claim
 * that follows the last one it has, so that one of them wins.
 */
export async function claimPlace(options: AgentOptions, claiming: Claiming): Promise<PlaceName | undefined> {
  const { log, order } = claiming;
  for (const place of wanted(options, order.of)) {
    if (log.start !== undefined) return undefined;
    if (log.agentAt(place) !== undefined) continue;
    if (await claimed(place, options, claiming)) return place;
  }
  return undefined;
}

function wanted({ wants, index }: AgentOptions, of: number): readonly PlaceName[] {
  if (wants === 'far-ends') return [FAR_ENDS];
  if (index !== undefined) return index < of ? [String(index)] : [];
  return Array.from({ length: of }, (_, n) => String(n));
}

async function claimed(place: PlaceName, options: AgentOptions, { log, subjects, order }: Claiming): Promise<boolean> {
  const { link, agent, host } = options;
  const before = log.holders.get(place)?.sequence ?? 0;
  // Whether it counts shows in what comes back: the answer of the server may get lost.
  const claim = (): Promise<boolean> => link.keep(subjects.claim(place), { agent, host }, { after: before });
  if ((await persist(claim, order.patienceMs)) !== undefined) return false;
  const holder = await log.until(() => {
    const now = log.holders.get(place);
    return now !== undefined && now.sequence > before ? now : options.signal.aborted ? 'interrupted' : undefined;
  });
  return holder !== 'interrupted' && holder.agent === agent;
}
