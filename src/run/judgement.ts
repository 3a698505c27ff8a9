import type { Blame, Verdict } from '../evidence/verdict.js';

/** What cucumber says of one step or hook. */
export interface StepResult {
  readonly status: string;
  readonly error?: string;
  /** Class name of the exception. */
  readonly errorType?: string;
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly blame?: Blame;
  readonly reason?: string;
}

/**
 * A scenario's verdict from the results of its steps and hooks. Only a failed assertion blames the system under test; what
 * the harness, a step or the network did wrong is theirs. A scenario without steps has shown nothing.
 */
export function judge(results: readonly StepResult[], hasSteps: boolean): Judgement {
  const first = results.find(({ status }) => status !== 'PASSED' && status !== 'SKIPPED');
  if (first) return judgeStep(first);
  if (!hasSteps) return { verdict: 'untestable', reason: 'the scenario has no steps' };
  if (results.some(({ status }) => status === 'SKIPPED')) {
    return { verdict: 'untestable', reason: 'a step was skipped' };
  }
  return { verdict: 'passed' };
}

function judgeStep({ status, error, errorType }: StepResult): Judgement {
  const reason = error?.split('\n')[0] ?? status.toLowerCase();
  switch (status) {
    case 'PENDING':
      return { verdict: 'pending', reason: 'a person has not confirmed it yet' };
    case 'UNDEFINED':
      return { verdict: 'harness-error', blame: 'harness', reason: 'a step has no definition: see `pipehat steps`' };
    case 'AMBIGUOUS':
      return { verdict: 'harness-error', blame: 'harness', reason };
    default:
      return judgeFailure(reason, errorType);
  }
}

function judgeFailure(reason: string, errorType: string | undefined): Judgement {
  switch (errorType) {
    case 'AssertionError':
      return { verdict: 'failed', blame: 'system under test', reason };
    case 'Untestable':
      return { verdict: 'untestable', reason };
    case 'FeatureMistake':
      return { verdict: 'harness-error', blame: 'feature', reason };
    case 'Unreachable':
      return { verdict: 'untestable', blame: 'infrastructure', reason };
    default:
      return { verdict: 'harness-error', blame: 'harness', reason };
  }
}
