import { basename } from 'node:path';
import { wallClock } from '../base/clock.js';
import type { Config } from '../config/config.js';
import type { DefectName } from '../demo/defects.js';
import { Journal } from '../evidence/journal.js';
import type { JournalEntry } from '../evidence/journal-entry.js';
import { readRun } from '../evidence/read-journal.js';
import type { RunRecord } from '../evidence/run-record.js';
import { type AskTester, publishStage } from '../session/stage.js';
import { type FeatureSelection, planFeatures, runFeatures } from './cucumber.js';
import type { LoadedExtensions } from './extensions.js';
import { cucumberFormats } from './formats.js';
import { runManifest } from './manifest.js';
import { type OpenStage, openStage } from './open-stage.js';
import { Recorder } from './recorder.js';
import { newRunFolder } from './run-folder.js';
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
  | { readonly kind: 'unreadable'; readonly problems: readonly string[] }
  | { readonly kind: 'nothing-to-run' }
  | { readonly kind: 'not-open'; readonly message: string };

/** A whole functional run: plan, open the links, run the features, close, report. */
export async function runSuite(options: SuiteOptions): Promise<SuiteResult> {
  const plan = await planFeatures(options.selection);
  if (plan.kind === 'unreadable') return plan;
  if (plan.scenarios === 0) return { kind: 'nothing-to-run' };
  const startedAt = wallClock();
  const folder = newRunFolder(options.config.results, startedAt);
  const journal = new Journal(folder);
  const append = (entry: JournalEntry): void => {
    journal.append(entry);
    options.onEntry?.(entry);
  };
  const opened = await openStage({ ...options, append });
  if (opened.kind === 'failed') {
    journal.close();
    return { kind: 'not-open', message: opened.message };
  }
  append({ kind: 'run-started', manifest: manifestOf(options, opened, folder, startedAt) });
  const interrupted = await perform(options, opened, folder, append).finally(() => opened.close());
  append({ kind: 'run-finished', verdict: suiteVerdict(readRun(folder)), interrupted, at: wallClock().toISOString() });
  journal.close();
  const record = readRun(folder);
  const { written, failed } = await writeReports(record, folder, options.allure, options.extensions?.reports);
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

/** True when the user stopped it. The steps find the stage by its publication, since cucumber loads them itself. */
async function perform(
  options: SuiteOptions,
  opened: OpenStage,
  folder: string,
  append: (entry: JournalEntry) => void,
): Promise<boolean> {
  const recorder = new Recorder(append, options.selection);
  publishStage({ ...opened.stage, facts: (testCaseStartedId) => recorder.facts(testCaseStartedId) });
  const running = runFeatures(options.selection, cucumberFormats(folder), (message) => recorder.take(message));
  const stopped = options.interrupted?.then(() => true);
  const interrupted = await Promise.race([running.then(() => false), ...(stopped ? [stopped] : [])]);
  publishStage(undefined);
  return interrupted;
}
