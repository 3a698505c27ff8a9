import type { Exchange } from './exchange.js';
import type { Finding } from './finding.js';
import type { ConfirmationEvidence, JournalEntry, PlannedStep } from './journal-entry.js';
import type { ScenarioRecord, StepRecord, WireRecord } from './run-record.js';

type Started = Extract<JournalEntry, { kind: 'scenario-started' }>;
type Finished = Extract<JournalEntry, { kind: 'scenario-finished' }>;
type StepFinished = Extract<JournalEntry, { kind: 'step-finished' }>;
type HookFailed = Extract<JournalEntry, { kind: 'hook-failed' }>;

const CUT_OFF = 'the run ended before this scenario finished';

/** A scenario while its lines are still being read. */
export interface ScenarioDraft {
  readonly started: Started;
  readonly steps: StepRecord[];
  readonly hooks: StepRecord[];
  readonly findings: Finding[];
  readonly confirmations: ConfirmationEvidence[];
  readonly controls: { readonly action: string; readonly at: string; readonly detail?: string }[];
  readonly wire: WireRecord[];
  finished?: Finished;
}

export function draftScenario(started: Started): ScenarioDraft {
  const steps = started.steps.map(
    (step): StepRecord => ({ ...step, status: 'not-run', durationMs: 0, attachments: [] }),
  );
  return { started, steps, hooks: [], findings: [], confirmations: [], controls: [], wire: [] };
}

/** Marks step `index` (0-based). A step that the start did not list is kept all the same. */
export function finishStep(draft: ScenarioDraft, entry: StepFinished): void {
  const { line } = draft.started;
  const planned: PlannedStep = draft.steps[entry.index] ?? { keyword: '*', text: `step ${entry.index + 1}`, line };
  draft.steps[entry.index] = {
    keyword: planned.keyword,
    ...(planned.table && { table: planned.table }),
    text: planned.text,
    line: planned.line,
    status: entry.status,
    durationMs: entry.durationMs,
    ...(entry.error === undefined ? {} : { error: entry.error }),
    attachments: entry.attachments ?? [],
  };
}

/** A hook that failed is shown as a step of its own, after the others. */
export function failHook(draft: ScenarioDraft, entry: HookFailed): void {
  const { line } = draft.started;
  const text = `hook: ${entry.name}`;
  draft.hooks.push({ keyword: '*', text, line, status: 'failed', durationMs: 0, error: entry.error, attachments: [] });
}

export function finishScenario(
  draft: ScenarioDraft,
  exchanges: readonly Exchange[],
  isRequirement: (tag: string) => boolean,
): ScenarioRecord {
  const { started, finished } = draft;
  const reason = finished === undefined ? CUT_OFF : finished.reason;
  return {
    id: started.scenario,
    feature: started.feature,
    uri: started.uri,
    line: started.line,
    name: started.name,
    tags: started.tags,
    requirements: started.tags.map((tag) => tag.replace(/^@/, '')).filter(isRequirement),
    steps: [...draft.steps.filter((step) => step !== undefined), ...draft.hooks],
    verdict: finished?.verdict ?? 'untestable',
    ...(finished?.blame === undefined ? {} : { blame: finished.blame }),
    ...(reason === undefined ? {} : { reason }),
    startedAt: started.at,
    durationMs: finished?.durationMs ?? 0,
    exchanges,
    findings: draft.findings,
    confirmations: draft.confirmations,
    controls: draft.controls,
    wire: draft.wire,
  };
}
