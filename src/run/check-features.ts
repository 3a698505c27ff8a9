import type { FaultDefinition } from '../faults/definition.js';
import { FAULTS } from '../faults/index.js';
import { parseFault } from '../faults/parse-fault.js';
import { sideOf } from '../faults/side.js';
import {
  type FeatureSelection,
  loadSteps,
  planFeatures,
  runFeatures,
  type StepLibrary,
  type Unreadable,
} from './cucumber.js';
import type { CucumberMessage } from './recorder.js';

export type CheckResult =
  | { readonly kind: 'checked'; readonly scenarios: number; readonly problems: readonly string[] }
  | { readonly kind: 'nothing-to-run' }
  | Unreadable;

/** Reads the selected features and looks up every step; nothing is sent. */
export async function checkFeatures(
  selection: FeatureSelection,
  faults: readonly FaultDefinition[] = FAULTS,
): Promise<CheckResult> {
  const plan = await planFeatures(selection);
  if (plan.kind === 'unreadable') return plan;
  if (plan.scenarios === 0) return { kind: 'nothing-to-run' };
  const steps = await loadSteps(selection);
  if (steps.kind === 'unreadable') return steps;
  const messages = await dryRun(selection, steps.library);
  const problems = [...undefinedSteps(messages), ...mistakenFaults(messages, faults)];
  return { kind: 'checked', scenarios: plan.scenarios, problems };
}

/** The faults that the selected features name and that nobody knows, or not so; before anything is opened. */
export async function checkFaults(
  selection: FeatureSelection,
  library: StepLibrary,
  faults: readonly FaultDefinition[],
): Promise<readonly string[]> {
  return mistakenFaults(await dryRun({ ...selection, tags: NOTHING }, library), faults);
}

/** No scenario meets it: cucumber tells what it has read, all outlines filled in, and looks up no step. */
const NOTHING = '@selected and not @selected';

/** What cucumber tells of the features without a step being carried out. */
async function dryRun(selection: FeatureSelection, library: StepLibrary): Promise<readonly CucumberMessage[]> {
  const messages: CucumberMessage[] = [];
  await runFeatures({ ...selection, dryRun: true }, library, [], (message) => messages.push(message));
  return messages;
}

const SUFFERS = /^the link (from|to) the .+? suffers "([^"]*)"/;

function mistakenFaults(messages: readonly CucumberMessage[], faults: readonly FaultDefinition[]): readonly string[] {
  const problems = messages.flatMap(({ pickle }) => {
    if (!pickle) return [];
    return pickle.steps.flatMap(({ text }) => {
      const [, way, fault] = SUFFERS.exec(text) ?? [];
      const mistakes = fault === undefined ? [] : mistakesOf(fault, way === 'to', faults);
      return mistakes.map((mistake) => `${pickle.uri}: ${mistake}`);
    });
  });
  return [...new Set(problems)];
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

function mistakesOf(text: string, isReceiving: boolean, faults: readonly FaultDefinition[]): readonly string[] {
  const parsed = parseFault(text, faults);
  if (parsed.kind === 'mistaken') return parsed.isUntestable ? [] : parsed.mistakes;
  const { fault } = parsed;
  if ((sideOf(fault) === 'receives') === isReceiving) return [];
  return [`${fault.name} strikes the other side: write "the link ${isReceiving ? 'from' : 'to'} the ... suffers"`];
}
