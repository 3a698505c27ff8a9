import { type FeatureSelection, loadSteps, planFeatures, runFeatures, type Unreadable } from './cucumber.js';
import type { CucumberMessage } from './recorder.js';

export type CheckResult =
  | { readonly kind: 'checked'; readonly scenarios: number; readonly problems: readonly string[] }
  | { readonly kind: 'nothing-to-run' }
  | Unreadable;

/** Reads the selected features and looks up every step; nothing is sent. */
export async function checkFeatures(selection: FeatureSelection): Promise<CheckResult> {
  const plan = await planFeatures(selection);
  if (plan.kind === 'unreadable') return plan;
  if (plan.scenarios === 0) return { kind: 'nothing-to-run' };
  const steps = await loadSteps(selection);
  if (steps.kind === 'unreadable') return steps;
  const messages: CucumberMessage[] = [];
  await runFeatures({ ...selection, dryRun: true }, steps.library, [], (message) => messages.push(message));
  return { kind: 'checked', scenarios: plan.scenarios, problems: undefinedSteps(messages) };
}

/** `features/a.feature: no step says "..."`, once a text. */
function undefinedSteps(messages: readonly CucumberMessage[]): readonly string[] {
  const pickles = messages.flatMap(({ pickle }) => (pickle ? [pickle] : []));
  const problems = messages.flatMap(({ testCase }) => {
    const pickle = pickles.find(({ id }) => id === testCase?.pickleId);
    if (!testCase || !pickle) return [];
    return testCase.testSteps.flatMap((step) => {
      const text = pickle.steps.find(({ id }) => id === step.pickleStepId)?.text;
      const count = step.stepDefinitionIds?.length ?? 0;
      if (text === undefined || count === 1) return [];
      return [
        `${pickle.uri}: ${count === 0 ? 'no step says' : `${count} steps say`} "${text}"; "pipehat steps" lists the vocabulary`,
      ];
    });
  });
  return [...new Set(problems)];
}
