import { formatPath } from '../../hl7/path.js';
import type { LoadPlan } from '../plan/load-plan.js';
import { BY_CONTENT, CONTROL_ID_PATH, identityPath } from './identity.js';
import { makeMix } from './make-mix.js';

/** Numbers that the messages of one stay or order share. */
const SHARED: ReadonlySet<string> = new Set(['PV1-19.1', 'ORC-2.1', 'ORC-3.1', 'OBR-2.1', 'OBR-3.1']);

const OF_ONE_MACHINE =
  'messages that are known by their content are accounted for on the machine that sends them all: name a field instead, or do not share the plan out';

/** Why the messages of a plan cannot be known by what it names; empty where they can. */
export function identityTroubles(plan: LoadPlan): readonly string[] {
  const { identity = CONTROL_ID_PATH, mix, shard } = plan;
  if (identity === CONTROL_ID_PATH) return [];
  if (identity === BY_CONTENT) return shard === undefined ? [] : [OF_ONE_MACHINE];
  const path = identityPath(identity);
  if (path === undefined)
    return [`"${identity}" names no field that could carry an id: write PV1-19, ORC-2 or content`];
  if (SHARED.has(formatPath(path)) && mix.some(({ kind }) => kind === 'workflow')) {
    return [
      `the messages of a workflow share ${identity}, which so cannot tell one from the other: name a field that they do ` +
        'not share, or send single messages',
    ];
  }
  try {
    makeMix({ ...plan, patients: 1 });
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [`${identity} cannot carry the id of every message: ${reason}`];
  }
}
