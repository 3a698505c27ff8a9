import { randomBytes } from 'node:crypto';
import { wallClock } from '../../base/clock.js';
import { coordinate } from '../../load/agents/coordinate.js';
import type { LoadPlan } from '../../load/plan/load-plan.js';
import type { LoadHooks, LoadRun } from '../../load/run/run-load.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import type { AgentsFlags } from './agents-options.js';
import { linkOptions, openNats } from './nats-server.js';

/** Lets agents carry the plan out, and puts together what they measured. Throws OperatorError. */
export async function withAgents(
  plan: LoadPlan,
  hooks: LoadHooks,
  flags: AgentsFlags & { readonly agents: number },
  say: (line: string) => void,
): Promise<LoadRun> {
  const run = flags.run ?? newRun();
  const link = await openNats(linkOptions(flags.nats, `pipehat load ${run}`, process.env));
  try {
    const listening = plan.farEnds.length === 0 ? '' : ', one of them with --receive for the far ends';
    say(`agents join with: pipehat load-agent --nats ${flags.nats} --run ${run}${listening}`);
    const ended = await coordinate({ link, run, plan, of: flags.agents, patienceMs: flags.patience, hooks, say });
    if (ended.kind === 'failed') throw failure(ended.message, hooks);
    if (ended.result.outcome === 'partial')
      say(`what comes late is collected, for a day, by the same command with --run ${run}`);
    return ended;
  } finally {
    await link.close();
  }
}

function failure(message: string, { signal }: LoadHooks): OperatorError {
  const code = signal?.aborted ? EXIT.interrupted : EXIT.infrastructure;
  return new OperatorError(code, message, 'look at what the agents say, or give the run another name with --run');
}

/** `20260504T093000Z-1f2e3d`. */
function newRun(): string {
  const time = wallClock()
    .toISOString()
    .replace(/\.\d+|[-:]/g, '');
  return `${time}-${randomBytes(3).toString('hex')}`;
}
