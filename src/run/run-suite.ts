import { basename } from 'node:path';
import { wallClock } from '../base/clock.js';
import type { Config } from '../config/config.js';
import type { ProfileDefect } from '../conformance/model/defect.js';
import type { DefectName } from '../demo/defects.js';
import type { JournalEntry } from '../evidence/journal-entry.js';
import { readRun } from '../evidence/read-journal.js';
import type { RunRecord } from '../evidence/run-record.js';
import { FAULTS } from '../faults/index.js';
import { type AskTester, publishStage } from '../session/stage.js';
import { awaitDeliveries } from './await-deliveries.js';
import { checkFaults } from './check-features.js';
import {
  type FeatureSelection,
  loadSteps,
  planFeatures,
  runFeatures,
  type StepLibrary,
  type Unreadable,
} from './cucumber.js';
import type { LoadedExtensions } from './extensions.js';
import { cucumberFormats } from './formats.js';
import { runManifest } from './manifest.js';
import { messageValidation } from './message-validation.js';
import { type OpenStage, openStage } from './open-stage.js';
import { Recorder } from './recorder.js';
import { abandonRun, makePrivate, openRunFolder } from './run-folder.js';
import { suiteVerdict } from './suite-verdict.js';
import { type FailedReport, type WrittenReport, writeReports } from './write-reports.js';

export interface SuiteOptions {
  readonly config: Config;
  readonly selection: FeatureSelection;
  readonly seed: string;
  /** Start of the message clock. */
  readonly clock: Date;
  /** As typed, for the evidence. */
  readonly command: string;
  readonly ask: AskTester;
  /** Every journal entry as it is written, for progress. */
  readonly onEntry?: (entry: JournalEntry) => void;
  /** Whether Allure's page is made, where Java is present. */
  readonly allure: boolean;
  readonly demoDefects?: readonly DefectName[];
  /** URL of the module whose inbound side stands before the demo engine. */
  readonly demoStack?: string;
  /** What the project adds; nothing where absent. */
  readonly extensions?: LoadedExtensions;
  /** Resolves when the user wants to stop: the run ends as interrupted and still writes its reports. */
  readonly interrupted?: Promise<void>;
}

export type SuiteResult =
  | {
      readonly kind: 'ran';
      readonly record: RunRecord;
      readonly folder: string;
      readonly reports: readonly WrittenReport[];
      /** Report formats of the project that failed, with their reason. */
      readonly failedReports: readonly FailedReport[];
    }
  | Unreadable
  | { readonly kind: 'nothing-to-run' }
  | { readonly kind: 'not-open'; readonly message: string; readonly remedy: string };

/** A whole functional run: plan, open the links, run the features, close, report. */
export async function runSuite(options: SuiteOptions): Promise<SuiteResult> {
  const plan = await planFeatures(options.selection);
  if (plan.kind === 'unreadable') return plan;
  if (plan.scenarios === 0) return { kind: 'nothing-to-run' };
  const steps = await loadSteps(options.selection);
  if (steps.kind === 'unreadable') return steps;
  const faults = [...FAULTS, ...(options.extensions?.faults ?? [])];
  const mistakes = await checkFaults(options.selection, steps.library, faults);
  if (mistakes.length > 0) return { kind: 'unreadable', problems: mistakes };
  const judging = messageValidation(options.config, options.extensions?.functions);
  if (judging.kind === 'defective') return { kind: 'unreadable', problems: judging.defects.map(describeDefect) };
  const startedAt = wallClock();
  const place = openRunFolder(options.config.results, startedAt);
  if (place.kind === 'failed') return { ...place, kind: 'not-open' };
  const { folder, journal } = place;
  const append = (entry: JournalEntry): void => {
    journal.append(entry);
    options.onEntry?.(entry);
  };
  const opened = await openStage({ ...options, append, validation: judging.validation });
  if (opened.kind === 'failed') {
    abandonRun(folder, journal);
    return { ...opened, kind: 'not-open' };
  }
  append({ kind: 'run-started', manifest: manifestOf(options, opened, folder, startedAt) });
  const run = { options, opened, folder, append, library: steps.library };
  const interrupted = await performToTheEnd(run).finally(() => opened.close());
  const verdict = suiteVerdict(readRun(folder), interrupted);
  append({ kind: 'run-finished', verdict, interrupted, at: wallClock().toISOString() });
  journal.close();
  return report(options, folder);
}

/** What was recorded, in every format. */
async function report({ allure, extensions }: SuiteOptions, folder: string): Promise<SuiteResult> {
  const record = readRun(folder);
  const { written, failed } = await writeReports(record, folder, allure, extensions?.reports);
  makePrivate(folder);
  return { kind: 'ran', record, folder, reports: written, failedReports: failed };
}

function manifestOf(options: SuiteOptions, opened: OpenStage, folder: string, startedAt: Date) {
  const { config, seed, clock, command, selection } = options;
  return runManifest({
    config,
    run: basename(folder),
    startedAt,
    seed,
    clock,
    links: opened.links,
    selection,
    command,
  });
}

interface Run {
  readonly options: SuiteOptions;
  readonly opened: OpenStage;
  readonly folder: string;
  readonly append: (entry: JournalEntry) => void;
  readonly library: StepLibrary;
}

/** The same, and what the system has still to deliver; nothing is awaited where the run is red anyway or was stopped. */
async function performToTheEnd(run: Run): Promise<boolean> {
  const interrupted = await perform(run);
  const read = () => readRun(run.folder);
  if (!interrupted && !read().scenarios.some(({ verdict }) => verdict === 'failed'))
    await awaitDeliveries(run.opened.stage, read);
  return interrupted;
}

/** True when the user stopped it. The steps find the stage by its publication, since cucumber calls them. */
async function perform({ options, opened, folder, append, library }: Run): Promise<boolean> {
  const { selection, interrupted } = options;
  const recorder = new Recorder(append, selection);
  publishStage({ ...opened.stage, facts: (testCaseStartedId) => recorder.facts(testCaseStartedId) });
  const running = runFeatures(selection, library, cucumberFormats(folder), (message) => recorder.take(message));
  const stopped = interrupted?.then(() => true);
  try {
    return await Promise.race([running.then(() => false), ...(stopped ? [stopped] : [])]);
  } finally {
    publishStage(undefined);
  }
}

function describeDefect({ place, message, remedy }: ProfileDefect): string {
  const { file, line, column } = place;
  return `${[file, line, column].filter((part) => part !== undefined).join(':')}  ${message}\n         ${remedy}`;
}
