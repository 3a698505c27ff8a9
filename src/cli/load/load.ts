import { type LoadVerdict, loadVerdict } from '../../../reports/load/load-verdict.js';
import { loadText } from '../../../reports/load/text.js';
import type { CapacityStep, LoadResult } from '../../evidence/load-result.js';
import { findCapacity } from '../../load/capacity/find-capacity.js';
import type { KeptMessage } from '../../load/measure/kept-messages.js';
import { conditionOf, troublesOf } from '../../load/plan/feasible.js';
import { unmeasured } from '../../load/plan/unmeasured.js';
import type { LoadRun } from '../../load/run/run-load.js';
import { parseThresholds, type Threshold } from '../../load/threshold/threshold.js';
import { knownDefect } from '../demo/known-defect.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { watchInterrupt } from '../interrupt.js';
import { OperatorError } from '../operator-error.js';
import { packageVersion } from '../package-root.js';
import type { Terminal } from '../terminal.js';
import { wantsDemo } from './addresses.js';
import { hasColours } from './colours.js';
import { DemoTarget } from './demo-target.js';
import type { LoadFlags } from './flags.js';
import { carryOut, checkMachines, onOneMachine } from './machines.js';
import { planOf } from './plan.js';
import { RunWatch } from './run-watch.js';
import { mergeFiles } from './shards.js';
import { actOnSut, checkSut } from './sut.js';
import { checkResults, type NamedMessages, writeResult } from './write-result.js';
import { writtenPlan } from './written-plan.js';

/** Carries out a load run, or a search for the capacity, and prints what it has shown. */
export async function load(file: string | undefined, flags: LoadFlags, terminal: Terminal): Promise<ExitCode> {
  checkResults(flags.results);
  if (flags.merge !== undefined) {
    const { result, parts, farEnds } = mergeFiles(flags.merge);
    return shown(result, { kept: keptOf([...parts, ...farEnds]), damaged: [] }, flags, terminal);
  }
  const written = writtenPlan(file, flags);
  const demo = wantsDemo(written, flags) ? new DemoTarget((flags.defect ?? []).map(knownDefect)) : undefined;
  checkMachines(flags, demo !== undefined);
  checkSut(written, flags, demo !== undefined);
  const plan = planOf(written, flags, demo !== undefined);
  const slo = flags.findCapacity ? sloOf(flags.slo) : undefined;
  const troubles = slo === undefined ? troublesOf(onOneMachine(plan, flags)) : unmeasured(slo, plan);
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
    onSut: actOnSut(written, demo),
    ...(demo && { onFarEnds: demo.start }),
  };
  try {
    await watch.open(flags.metrics);
    const condition = slo === undefined ? conditionOf(onOneMachine(plan, flags)) : undefined;
    if (condition !== undefined) watch.say(condition);
    const run =
      slo === undefined
        ? await carryOut(plan, hooks, flags, { terminal, say: (line) => watch.say(line) })
        : await findCapacity(plan, slo, {}, { ...hooks, onStep: tellStep(watch) });
    await watch.close();
    if (run.kind === 'listened') return EXIT.passed;
    if (run.kind === 'failed')
      throw new OperatorError(EXIT.infrastructure, run.message, 'free the port, or choose another');
    return shown(run.result, namedOf(run), flags, terminal);
  } finally {
    await watch.close();
    interrupt.release();
    await demo?.close();
  }
}

function namedOf(run: object & Partial<Extract<LoadRun, { readonly kind: 'ran' }>>): NamedMessages {
  const { parts = [], farEnds = [], damaged = [] } = run;
  return { kept: keptOf([...parts, ...farEnds]), damaged };
}

/** What the parts of a run kept of its messages, in the order in which it was seen. */
function keptOf(parts: readonly { readonly kept: readonly KeptMessage[] }[]): readonly KeptMessage[] {
  return parts.flatMap(({ kept }) => kept).sort((a, b) => a.atMs - b.atMs);
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

function shown(result: LoadResult, named: NamedMessages, flags: LoadFlags, terminal: Terminal): ExitCode {
  const { format, results } = flags;
  // What was measured is shown before anything is written: a full disk must not take it away.
  if (format === 'json') terminal.out(JSON.stringify(result));
  else terminal.out(loadText(result, { colours: hasColours(process.stdout) }));
  const page = writeResult(result, named, results);
  if (format === 'text') terminal.out(`\nreport: ${page}`);
  return exitCodeOf(result);
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
