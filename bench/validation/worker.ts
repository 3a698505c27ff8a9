import { compilePlan, loadProfile, nistMode, pipehatMode, Validator } from '../../src/index.js';
import type { Effort } from '../effort.js';
import type { Sample } from '../outcome.js';
import { timeRuns } from '../parsing/time-runs.js';
import { answerQuestions } from '../process/channel.js';
import { cpuMicros } from '../process/cpu.js';
import { type ValidationCase, validationBytes } from './case.js';

export interface ValidationQuestion {
  readonly validationCase: ValidationCase;
  readonly effort: Effort;
}

const mode = process.argv[2] === 'nist' ? nistMode() : pipehatMode();

answerQuestions<ValidationQuestion, Sample>(async ({ validationCase, effort }) => {
  const run = runOf(validationCase);
  if (effort.repetitions > 1) warmUp(validationCase.id, run);
  return timeRuns(run, effort);
});

/** Of CPU: on a busy machine the usual warm-up is over before the checks are compiled, which then cost twenty times as much. */
const WARM_MICROS = 1_000_000;
const warm = new Set<string>();

function warmUp(id: string, run: () => number): void {
  const from = cpuMicros();
  while (!warm.has(id) && cpuMicros() - from < WARM_MICROS) run();
  warm.add(id);
}

/** One run of the case. The returned figure keeps the work alive. */
function runOf(one: ValidationCase): () => number {
  if (one.id === 'load-profile') return () => planOf(one.profile).elements.length;
  const validator = new Validator(planOf(one.profile), { mode });
  const bytes = validationBytes(one);
  return () => validator.validate(bytes).length;
}

function planOf(path: string) {
  const loaded = loadProfile(path);
  if (loaded.kind === 'defective') throw new Error(loaded.defects[0]?.message);
  const compiled = compilePlan(loaded.profile);
  if (compiled.kind === 'defective') throw new Error(compiled.defects[0]?.message);
  return compiled.plan;
}
