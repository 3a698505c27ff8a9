import { type LoadVerdict, loadVerdict } from '../../../reports/load/load-verdict.js';
import { loadText } from '../../../reports/load/text.js';
import type { CapacityStep, LoadResult } from '../../evidence/load-result.js';
import { findCapacity } from '../../load/capacity/find-capacity.js';
import { completePlan } from '../../load/plan/defaults.js';
import { troublesOf } from '../../load/plan/feasible.js';
import type { ArrivalModel, LoadPlan } from '../../load/plan/load-plan.js';
import { mixEntry } from '../../load/plan/message-name.js';
import type { WrittenPlan } from '../../load/plan/read-plan.js';
import { parseThresholds, type Threshold } from '../../load/threshold/threshold.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { watchInterrupt } from '../interrupt.js';
import { OperatorError } from '../operator-error.js';
import { packageVersion } from '../package-root.js';
import type { Terminal } from '../terminal.js';
import { farEndsOf, targetsOf, wantsDemo } from './addresses.js';
import { hasColours } from './colours.js';
import { DEMO_FAR_ENDS, DemoTarget } from './demo-target.js';
import type { LoadFlags } from './flags.js';
import { carryOut, checkMachines, onOneMachine } from './machines.js';
import { RunWatch } from './run-watch.js';
import { mergeFiles } from './shards.js';
import { writeResult } from './write-result.js';
import { writtenPlan } from './written-plan.js';

/** Carries out a load run, or a search for the capacity, and prints what it has shown. */
export async function load(file: string | undefined, flags: LoadFlags, terminal: Terminal): Promise<ExitCode> {
  if (flags.merge !== undefined) return shown(mergeFiles(flags.merge), flags, terminal);
  const written = writtenPlan(file, flags);
  const demo = wantsDemo(written, flags) ? new DemoTarget() : undefined;
  checkMachines(flags, demo !== undefined);
  const plan = planOf(written, flags, demo !== undefined);
  const slo = flags.findCapacity ? sloOf(flags.slo) : undefined;
  const troubles = slo === undefined ? troublesOf(onOneMachine(plan, flags)) : [];
  if (troubles.length > 0) {
    throw new OperatorError(EXIT.usage, `the plan cannot be met: ${troubles.join('; ')}`, 'change the plan');
  }
  const interrupt = watchInterrupt();
  const stop = new AbortController();
  void interrupt.requested.then(() => stop.abort());
  const watch = new RunWatch(plan.name);
  const hooks = {
    pipehat: packageVersion(),
    signal: stop.signal,
    onProgress: watch.take,
    ...(demo && { onFarEnds: demo.start }),
  };
  try {
    await watch.open(flags.metrics);
    const run =
      slo === undefined
        ? await carryOut(plan, hooks, flags, { terminal, say: (line) => watch.say(line) })
        : await findCapacity(plan, slo, {}, { ...hooks, onStep: tellStep(watch) });
    await watch.close();
    if (run.kind === 'listened') return EXIT.passed;
    if (run.kind === 'failed')
      throw new OperatorError(EXIT.infrastructure, run.message, 'free the port, or choose another');
    return shown(run.result, flags, terminal);
  } finally {
    await watch.close();
    interrupt.release();
    await demo?.close();
  }
}

function sloOf(text: string | undefined): readonly Threshold[] {
  if (text === undefined) {
    throw new OperatorError(
      EXIT.usage,
      '--find-capacity needs --slo',
      'add --slo "response.p99 < 500ms and ledger.lost == 0"',
    );
  }
  return parseThresholds(text).map((result) => {
    if (result.kind === 'threshold') return result.threshold;
    throw new OperatorError(EXIT.usage, `--slo: ${result.what}`, result.remedy);
  });
}

function tellStep(watch: RunWatch): (step: CapacityStep) => void {
  return ({ rate, passed, reason }) =>
    watch.say(`${Math.round(rate)}/s ${passed ? 'held' : `did not hold: ${reason}`}`);
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

function shown(result: LoadResult, flags: LoadFlags, terminal: Terminal): ExitCode {
  print(result, flags, terminal);
  return exitCodeOf(result);
}

function print(result: LoadResult, { format, results }: LoadFlags, terminal: Terminal): void {
  const page = writeResult(result, results);
  if (format === 'json') {
    terminal.out(JSON.stringify(result));
    return;
  }
  terminal.out(loadText(result, { colours: hasColours(process.stdout) }));
  terminal.out(`\nreport: ${page}`);
}

const CODES: Readonly<Record<LoadVerdict, ExitCode>> = {
  passed: EXIT.passed,
  measured: EXIT.passed,
  failed: EXIT.failed,
  incomplete: EXIT.incomplete,
  unreachable: EXIT.infrastructure,
};

function exitCodeOf(result: LoadResult): ExitCode {
  return result.outcome === 'interrupted' ? EXIT.interrupted : CODES[loadVerdict(result)];
}
