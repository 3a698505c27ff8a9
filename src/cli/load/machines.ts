import type { LoadPlan } from '../../load/plan/load-plan.js';
import { type LoadHooks, type LoadRun, runLoad } from '../../load/run/run-load.js';
import { runSoak } from '../../load/soak/run-soak.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import type { Terminal } from '../terminal.js';
import type { LoadFlags } from './flags.js';
import { type OwnShard, ownShard } from './shards.js';

/** Carries out a plan: on this machine alone, as one of several, or on agents. */
export async function carryOut(
  plan: LoadPlan,
  hooks: LoadHooks,
  flags: LoadFlags,
  { terminal, say }: { readonly terminal: Terminal; readonly say: (line: string) => void },
): Promise<OwnShard> {
  const { agents, shard } = flags;
  if (shard !== undefined) return ownShard(plan, hooks, { ...flags, shard }, terminal);
  const perform = async (wanted: LoadPlan, own: LoadHooks): Promise<LoadRun> => {
    if (agents === undefined) return runLoad(wanted, own);
    // NATS is only loaded where it is needed.
    const { withAgents } = await import('./agents.js');
    return withAgents(wanted, own, { ...flags, agents }, say);
  };
  const { soak, memoryCommand } = flags;
  return soak ? runSoak(plan, { perform, ...(memoryCommand && { memoryCommand }) }, hooks) : perform(plan, hooks);
}

/** The plan as one machine would have to carry it out: what several can do together is not too much for one. */
export function onOneMachine(plan: LoadPlan, { agents, shard }: LoadFlags): LoadPlan {
  const machines = agents ?? shard?.of ?? 1;
  return { ...plan, workers: plan.workers * machines, connections: plan.connections * machines };
}

/** Throws OperatorError for options that do not go together. */
export function checkMachines(flags: LoadFlags, hasDemo: boolean): void {
  const { agents, shard, startAt, shardFile, findCapacity, run, farEnds } = flags;
  const isPart = shard !== undefined;
  if (isPart && agents !== undefined)
    throw usage('--shard needs no coordinator, and --agents is one', 'leave one of them out');
  if (findCapacity && (isPart || agents !== undefined)) {
    throw usage(
      '--find-capacity needs the results of each step at once, on one machine',
      'leave --shard and --agents out',
    );
  }
  if (flags.memoryCommand !== undefined && !flags.soak) {
    throw usage('--memory-command is asked over a long run', 'add --soak');
  }
  if (flags.soak && (isPart || findCapacity)) {
    throw usage('--soak looks at one whole run', 'leave --shard and --find-capacity out');
  }
  if (!isPart && (startAt !== undefined || shardFile !== undefined || !farEnds)) {
    throw usage('--start-at, --shard-file and --no-far-ends are for one machine of several', 'add --shard 1/2');
  }
  if (agents === undefined && run !== undefined) throw usage('--run names a run of several agents', 'add --agents 2');
  if (agents !== undefined && hasDemo) {
    throw usage(
      'the demo engine that a run starts is on this machine alone',
      'start one: pipehat demo --serve, and add --to',
    );
  }
}

function usage(what: string, remedy: string): OperatorError {
  return new OperatorError(EXIT.usage, what, remedy);
}
