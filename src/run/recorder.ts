import type { runCucumber } from '@cucumber/cucumber/api';
import type { AttachmentEvidence, JournalEntry, PlannedStep } from '../evidence/journal-entry.js';
import type { ScenarioFacts } from '../session/stage.js';
import { type FeatureNaming, featureName } from './feature-name.js';
import { judge, type StepResult } from './judgement.js';

/** A message of cucumber's own protocol. */
export type CucumberMessage = Parameters<NonNullable<Parameters<typeof runCucumber>[2]>>[0];

type Pickle = NonNullable<CucumberMessage['pickle']>;
type TestCase = NonNullable<CucumberMessage['testCase']>;
type GherkinDocument = NonNullable<CucumberMessage['gherkinDocument']>;
type StepFinished = NonNullable<CucumberMessage['testStepFinished']>;

interface Running {
  readonly facts: ScenarioFacts;
  readonly testCase: TestCase;
  readonly startedMs: number;
  readonly results: StepResult[];
  attachments: AttachmentEvidence[];
}

const HARMLESS = new Set(['PASSED', 'SKIPPED']);

/** Turns cucumber's messages into journal entries, and tells which scenario a running test case is. */
export class Recorder {
  readonly #append: (entry: JournalEntry) => void;
  readonly #naming: FeatureNaming;
  readonly #documents = new Map<string, GherkinDocument>();
  readonly #pickles = new Map<string, Pickle>();
  readonly #testCases = new Map<string, TestCase>();
  readonly #running = new Map<string, Running>();
  readonly #hookNames = new Map<string, string>();
  readonly #rows = new Map<string, number>();
  #count = 0;

  constructor(append: (entry: JournalEntry) => void, naming: FeatureNaming) {
    this.#append = append;
    this.#naming = naming;
  }

  /** The scenario of a test case that has started. */
  facts(testCaseStartedId: string): ScenarioFacts | undefined {
    return this.#running.get(testCaseStartedId)?.facts;
  }

  take(message: CucumberMessage): void {
    if (message.gherkinDocument?.uri) this.#documents.set(message.gherkinDocument.uri, message.gherkinDocument);
    if (message.pickle) this.#pickles.set(message.pickle.id, message.pickle);
    if (message.testCase) this.#testCases.set(message.testCase.id, message.testCase);
    if (message.hook) this.#hookNames.set(message.hook.id, message.hook.name ?? 'a hook');
    if (message.testCaseStarted) this.#start(message.testCaseStarted);
    if (message.attachment) this.#attach(message.attachment);
    if (message.testStepFinished) this.#stepFinished(message.testStepFinished);
    if (message.testCaseFinished) this.#finish(message.testCaseFinished);
  }

  #start({ id, testCaseId, timestamp }: NonNullable<CucumberMessage['testCaseStarted']>): void {
    const testCase = this.#testCases.get(testCaseId);
    const pickle = testCase && this.#pickles.get(testCase.pickleId);
    if (!testCase || !pickle) return;
    const facts = this.#newFacts(pickle);
    const startedMs = milliseconds(timestamp);
    this.#running.set(id, { facts, testCase, startedMs, results: [], attachments: [] });
    this.#append({
      kind: 'scenario-started',
      scenario: facts.id,
      feature: this.#documents.get(pickle.uri)?.feature?.name ?? pickle.uri,
      uri: facts.uri,
      line: pickle.location?.line ?? 0,
      name: pickle.name,
      tags: pickle.tags.map((tag) => tag.name),
      steps: stepsOf(pickle, this.#documents.get(pickle.uri)),
      at: new Date(startedMs).toISOString(),
    });
  }

  #newFacts(pickle: Pickle): ScenarioFacts {
    const uri = featureName(pickle.uri, this.#naming);
    const row = this.#rows.get(`${uri}\u0000${pickle.name}`) ?? 0;
    this.#rows.set(`${uri}\u0000${pickle.name}`, row + 1);
    return { id: `s${++this.#count}`, uri, name: pickle.name, row };
  }

  #attach(attachment: NonNullable<CucumberMessage['attachment']>): void {
    const running = this.#running.get(attachment.testCaseStartedId ?? '');
    const body =
      attachment.contentEncoding === 'BASE64' ? attachment.body : Buffer.from(attachment.body).toString('base64');
    running?.attachments.push({
      mediaType: attachment.mediaType,
      ...(attachment.fileName && { name: attachment.fileName }),
      body,
    });
  }

  #stepFinished({ testCaseStartedId, testStepId, testStepResult }: StepFinished): void {
    const running = this.#running.get(testCaseStartedId);
    if (!running) return;
    const status = testStepResult.status.toString();
    const error = testStepResult.exception?.message ?? testStepResult.message;
    const errorType = testStepResult.exception?.type;
    running.results.push({ status, ...(error && { error }), ...(errorType && { errorType }) });
    const attachments = running.attachments;
    running.attachments = [];
    const index = pickleStepIndex(running.testCase, testStepId);
    const scenario = running.facts.id;
    if (index === undefined) {
      if (!HARMLESS.has(status)) this.#hookFailed(running, testStepId, error ?? status);
      return;
    }
    this.#append({
      kind: 'step-finished',
      scenario,
      index,
      status: stepStatus(status),
      durationMs: milliseconds(testStepResult.duration),
      ...(error && { error }),
      ...(attachments.length > 0 && { attachments }),
    });
  }

  #hookFailed(running: Running, testStepId: string, error: string): void {
    const hookId = running.testCase.testSteps.find((step) => step.id === testStepId)?.hookId ?? '';
    const name = this.#hookNames.get(hookId) ?? 'a hook';
    this.#append({ kind: 'hook-failed', scenario: running.facts.id, name, error });
  }

  #finish({ testCaseStartedId, timestamp, willBeRetried }: NonNullable<CucumberMessage['testCaseFinished']>): void {
    const running = this.#running.get(testCaseStartedId);
    if (!running || willBeRetried) return;
    const finishedMs = milliseconds(timestamp);
    const hasSteps = running.testCase.testSteps.some((step) => step.pickleStepId !== undefined);
    this.#append({
      kind: 'scenario-finished',
      scenario: running.facts.id,
      ...judge(running.results, hasSteps),
      durationMs: finishedMs - running.startedMs,
      at: new Date(finishedMs).toISOString(),
    });
    this.#running.delete(testCaseStartedId);
  }
}

function pickleStepIndex(testCase: TestCase, testStepId: string): number | undefined {
  const steps = testCase.testSteps.filter((step) => step.pickleStepId !== undefined);
  const index = steps.findIndex((step) => step.id === testStepId);
  return index < 0 ? undefined : index;
}

function stepStatus(status: string) {
  const known = ['passed', 'failed', 'skipped', 'undefined', 'ambiguous', 'pending'] as const;
  return known.find((name) => name === status.toLowerCase()) ?? 'failed';
}

function milliseconds(time: { seconds: number; nanos: number }): number {
  return Number(time.seconds) * 1_000 + time.nanos / 1_000_000;
}

/** Keyword and line come from the document; the text from the pickle, where outline parameters are filled in. */
function stepsOf(pickle: Pickle, document: GherkinDocument | undefined): readonly PlannedStep[] {
  const children = document?.feature?.children ?? [];
  const containers = children.flatMap((child) => [child, ...(child.rule?.children ?? [])]);
  const known = containers.flatMap((child) => [...(child.background?.steps ?? []), ...(child.scenario?.steps ?? [])]);
  return pickle.steps.map((step) => {
    const source = known.find((candidate) => step.astNodeIds.includes(candidate.id));
    const table = step.argument?.dataTable?.rows.map((row) => row.cells.map((cell) => cell.value));
    const line = source?.location.line ?? 0;
    return { keyword: source?.keyword.trim() ?? '', text: step.text, line, ...(table && { table }) };
  });
}
