import { compilePlan, loadProfile, nistMode, pipehatMode, Validator } from '../../src/index.js';
import type { Effort } from '../effort.js';
import type { Sample } from '../outcome.js';
import { timeRuns } from '../parsing/time-runs.js';
import { answerQuestions } from '../process/channel.js';
import { type ValidationCase, validationBytes } from './case.js';

export interface ValidationQuestion {
  readonly validationCase: ValidationCase;
  readonly effort: Effort;
}

const mode = process.argv[2] === 'nist' ? nistMode() : pipehatMode();

answerQuestions<ValidationQuestion, Sample>(async ({ validationCase, effort }) => {
  return timeRuns(runOf(validationCase), effort);
});

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
