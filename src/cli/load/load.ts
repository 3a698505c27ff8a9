import type { LoadResult } from '../../evidence/load-result.js';
import { completePlan } from '../../load/plan/defaults.js';
import { troublesOf } from '../../load/plan/feasible.js';
import type { ArrivalModel, LoadPlan } from '../../load/plan/load-plan.js';
import { mixEntry } from '../../load/plan/message-name.js';
import type { WrittenPlan } from '../../load/plan/read-plan.js';
import { runLoad } from '../../load/run/run-load.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { watchInterrupt } from '../interrupt.js';
import { OperatorError } from '../operator-error.js';
import { packageVersion } from '../package-root.js';
import type { Terminal } from '../terminal.js';
import { farEndsOf, targetsOf, wantsDemo } from './addresses.js';
import { DEMO_FAR_ENDS, DemoTarget } from './demo-target.js';
import type { LoadFlags } from './flags.js';
import { writtenPlan } from './written-plan.js';

/** Carries out a load run and prints what it has shown. */
export async function load(file: string | undefined, flags: LoadFlags, terminal: Terminal): Promise<ExitCode> {
  const written = writtenPlan(file, flags);
  const demo = wantsDemo(written, flags) ? new DemoTarget() : undefined;
  const plan = planOf(written, flags, demo !== undefined);
  const troubles = troublesOf(plan);
  if (troubles.length > 0) {
    throw new OperatorError(EXIT.usage, `the plan cannot be met: ${troubles.join('; ')}`, 'change the plan');
  }
  const interrupt = watchInterrupt();
  const stop = new AbortController();
  void interrupt.requested.then(() => stop.abort());
  try {
    const run = await runLoad(plan, {
      pipehat: packageVersion(),
      signal: stop.signal,
      ...(demo && { onFarEnds: demo.start }),
    });
    if (run.kind === 'failed')
      throw new OperatorError(EXIT.infrastructure, run.message, 'free the port, or choose another');
    print(run.result, flags, terminal);
    return exitCodeOf(run.result);
  } finally {
    interrupt.release();
    await demo?.close();
  }
}

function planOf(written: WrittenPlan, flags: LoadFlags, isDemo: boolean): LoadPlan {
  const { messages = {}, workflows = {} } = written;
  const named = [...Object.entries(messages), ...Object.entries(workflows)];
  const given = {
    name: written.name,
    seed: written.seed,
    mix: named.length === 0 ? undefined : named.map(([name, weight]) => mixEntry(name, weight)),
    patients: written.patients,
    version: written.version,
    connections: written.connections,
    perMessage: written.connection === undefined ? undefined : written.connection === 'per-message',
    depth: written.depth,
    acknowledgmentTimeoutMs: written.acknowledgment?.timeout,
    queueLimit: written.queue,
    thinkMs: written.think,
    warmUpMs: written.warmUp,
    sizeBytes: written.size,
    thresholds: written.thresholds,
    abortOnFail: written.abortOnFail,
    lateMs: written.late,
    settleMs: written.settle,
    workers: written.workers,
  };
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return completePlan({
    ...known,
    arrival: arrivalOf(written),
    // The port of the demo engine is not known before it has started.
    targets: isDemo ? [{ host: '127.0.0.1', port: 0 }] : targetsOf(written, flags),
    farEnds: isDemo ? DEMO_FAR_ENDS : farEndsOf(written, flags),
  });
}

function arrivalOf({ stages, spacing = 'even', closed }: WrittenPlan): ArrivalModel {
  if (closed !== undefined) return { kind: 'closed', users: closed.users, durationMs: closed.for };
  if (stages !== undefined) return { kind: 'open', stages, spacing };
  throw new OperatorError(EXIT.usage, 'nothing says how much to send', 'add --rate 200/s, or --users 10');
}

function print(result: LoadResult, { format }: LoadFlags, terminal: Terminal): void {
  terminal.out(format === 'json' ? JSON.stringify(result) : JSON.stringify(result, undefined, 2));
}

function exitCodeOf(result: LoadResult): ExitCode {
  if (result.outcome === 'interrupted') return EXIT.interrupted;
  if (result.outcome === 'unreachable') return EXIT.infrastructure;
  const isGood =
    result.thresholds.length > 0
      ? result.thresholds.every(({ passed }) => passed)
      : Object.keys(result.errors).length === 0 && result.dropped === 0 && (result.ledger?.lost ?? 0) === 0;
  return isGood ? EXIT.passed : EXIT.failed;
}
