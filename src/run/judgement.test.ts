import { describe, expect, it } from 'vitest';
import { judge, type StepResult } from './judgement.js';

const passed: StepResult = { status: 'PASSED' };
const skipped: StepResult = { status: 'SKIPPED' };
const failed = (errorType: string | undefined, error = 'what happened\n  more about it'): StepResult => ({
  status: 'FAILED',
  error,
  ...(errorType !== undefined && { errorType }),
});

describe('the verdict of a scenario', () => {
  it.each<[string, readonly StepResult[], object]>([
    ['all passed', [passed, passed], { verdict: 'passed' }],
    [
      'a failed assertion: the system under test',
      [passed, failed('AssertionError'), skipped],
      { verdict: 'failed', blame: 'system under test', reason: 'what happened' },
    ],
    [
      'a prerequisite that is missing: nobody, and not green',
      [failed('Untestable', 'Not testable: no control'), skipped],
      { verdict: 'untestable', reason: 'Not testable: no control' },
    ],
    [
      'a link that is dead: infrastructure, and not a failed check',
      [failed('Unreachable'), skipped],
      { verdict: 'untestable', blame: 'infrastructure', reason: 'what happened' },
    ],
    [
      'a mistake of a step: the harness',
      [failed('TypeError')],
      { verdict: 'harness-error', blame: 'harness', reason: 'what happened' },
    ],
    [
      'a failure that says nothing of itself: the harness',
      [{ status: 'FAILED' }],
      { verdict: 'harness-error', blame: 'harness', reason: 'failed' },
    ],
    [
      'a step that waits for a person',
      [passed, { status: 'PENDING' }, skipped],
      { verdict: 'pending', reason: 'a person has not confirmed it yet' },
    ],
    [
      'a step whose words cannot be meant',
      [failed('FeatureMistake', 'there is no fault "mising-end"'), skipped],
      { verdict: 'harness-error', blame: 'feature', reason: 'there is no fault "mising-end"' },
    ],
    [
      'a step that nobody has defined',
      [{ status: 'UNDEFINED' }, skipped],
      { verdict: 'harness-error', blame: 'harness', reason: 'a step has no definition: see `pipehat steps`' },
    ],
    [
      'a step that two have defined',
      [{ status: 'AMBIGUOUS', error: 'Multiple step definitions match' }, skipped],
      { verdict: 'harness-error', blame: 'harness', reason: 'Multiple step definitions match' },
    ],
    [
      'a status that cucumber has not had yet',
      [{ status: 'UNKNOWN' }],
      { verdict: 'harness-error', blame: 'harness', reason: 'unknown' },
    ],
    ['a step that skips: not green', [passed, skipped], { verdict: 'untestable', reason: 'a step was skipped' }],
    [
      'a failed step before a failed hook',
      [failed('AssertionError', 'first'), skipped, failed('TypeError', 'second')],
      { verdict: 'failed', blame: 'system under test', reason: 'first' },
    ],
    [
      'a failed hook behind good steps',
      [passed, passed, failed('AssertionError', 'the acknowledgment has another processing id')],
      { verdict: 'failed', blame: 'system under test', reason: 'the acknowledgment has another processing id' },
    ],
  ])('%s', (_, results, expected) => {
    expect(judge(results, true)).toEqual(expected);
  });

  it('without steps is untestable, and still fails with its hooks', () => {
    expect(judge([passed, passed], false)).toEqual({ verdict: 'untestable', reason: 'the scenario has no steps' });
    expect(judge([failed('AssertionError')], false).verdict).toBe('failed');
  });
});
