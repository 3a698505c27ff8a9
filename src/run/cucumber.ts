import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { loadConfiguration, loadSources, loadSupport, runCucumber } from '@cucumber/cucumber/api';
import type { FeatureNaming } from './feature-name.js';
import { largeFeatures } from './large-features.js';
import { forwardSlashes, withoutLine } from './path-text.js';
import type { CucumberMessage } from './recorder.js';
import { brokenFile, importError, stepFiles } from './step-files.js';
import { stepImports } from './step-imports.js';

/** What cucumber is to run, in terms of the files on disk. `cwd` is the folder of relative paths, too. */
export interface FeatureSelection extends FeatureNaming {
  /** Files, folders or `file:line`. */
  readonly paths: readonly string[];
  /** Absolute paths of the user's own step files or folders. */
  readonly steps: readonly string[];
  readonly tags: string;
  /** `k/n`, 1-based. */
  readonly shard?: string;
  readonly dryRun: boolean;
}

/** What is wrong with what the user gave, one line each: what, where. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly problems: readonly string[];
}

export type PlanResult = { readonly kind: 'plan'; readonly scenarios: number } | Unreadable;

/** The step definitions and hooks of a run. */
export type StepLibrary = Awaited<ReturnType<typeof loadSupport>>;

/** Reads the features without running them: how many scenarios are meant, or what cannot be read and where. */
export async function planFeatures(selection: FeatureSelection): Promise<PlanResult> {
  const missing = selection.paths.filter(
    (path) => !existsSync(join(selection.cwd, withoutLine(path))) && !existsSync(withoutLine(path)),
  );
  if (missing.length > 0) {
    return {
      kind: 'unreadable',
      problems: missing.map(
        (path) => `${path}: no such feature file or folder; paths are relative to ${selection.cwd}`,
      ),
    };
  }
  const tooLarge = largeFeatures(selection);
  if (tooLarge.length > 0) return { kind: 'unreadable', problems: tooLarge };
  try {
    return await plan(selection);
  } catch (error) {
    // A tag expression or a shard that cannot be parsed, a file that may not be read.
    return { kind: 'unreadable', problems: [firstLine(rootOf(error))] };
  }
}

async function plan(selection: FeatureSelection): Promise<PlanResult> {
  const { runConfiguration } = await configuration(selection, []);
  const { plan, errors } = await loadSources(runConfiguration.sources, quiet(selection.cwd));
  if (errors.length === 0) return shared(plan.length, selection.shard);
  return {
    kind: 'unreadable',
    problems: errors.map(({ uri, location, message }) => `${uri}:${location.line}: ${firstLine(message)}`),
  };
}

/** How many of the scenarios fall to one part: cucumber deals them out in turn, and only when it runs them. */
function shared(scenarios: number, shard: string | undefined): PlanResult {
  if (shard === undefined) return { kind: 'plan', scenarios };
  const [part = 0, parts = 0] = shard.split('/').map(Number);
  if (part < 1 || part > parts) {
    return {
      kind: 'unreadable',
      problems: [`--shard ${shard}: there is no such part; write 1/${parts} to ${parts}/${parts}`],
    };
  }
  return { kind: 'plan', scenarios: Math.max(0, Math.ceil((scenarios - part + 1) / parts)) };
}

/** Imports our steps and the user's, before anything is opened: a file that cannot be imported is named with the reason. */
export async function loadSteps(
  selection: FeatureSelection,
): Promise<{ readonly kind: 'steps'; readonly library: StepLibrary } | Unreadable> {
  const { runConfiguration } = await configuration(selection, []);
  try {
    return { kind: 'steps', library: await loadSupport(runConfiguration, quiet(selection.cwd)) };
  } catch (error) {
    const users = stepFiles(selection.steps);
    if (users.length === 0) throw error;
    const place = (await brokenFile(users)) ?? selection.steps.join(', ');
    return { kind: 'unreadable', problems: [`${place}: ${importError(error, selection.cwd)}`] };
  }
}

/** Runs the features with these steps; what happens comes as messages. `formats` are cucumber's own, each with the file that it writes. */
export async function runFeatures(
  selection: FeatureSelection,
  library: StepLibrary,
  formats: readonly CucumberFormat[],
  onMessage: (message: CucumberMessage) => void,
): Promise<void> {
  const { runConfiguration } = await configuration(selection, formats);
  await runCucumber({ ...runConfiguration, support: library }, quiet(selection.cwd), onMessage);
}

export interface CucumberFormat {
  /** `html`, `message`, or a formatter's module. */
  readonly format: string;
  readonly file: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

function configuration(selection: FeatureSelection, formats: readonly CucumberFormat[]) {
  return loadConfiguration(
    {
      file: false,
      provided: {
        paths: selection.paths.map(forwardSlashes),
        import: stepImports(selection.steps),
        format: formats.map(({ format, file }): [string, string] => [format, file]),
        formatOptions: Object.assign({}, ...formats.map(({ options }) => options ?? {})),
        tags: selection.tags,
        dryRun: selection.dryRun,
        ...(selection.shard && { shard: selection.shard }),
      },
    },
    quiet(selection.cwd),
  );
}

/** Cucumber's own standard output is silenced: the console belongs to our reports. */
function quiet(cwd: string) {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  return { cwd, stdout: nowhere };
}

/** What went wrong in the first place: cucumber wraps the mistakes of the user in mistakes of its own. */
function rootOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : rootOf(error.cause);
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? text;
}
