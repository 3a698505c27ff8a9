import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { loadConfiguration, loadSources, runCucumber } from '@cucumber/cucumber/api';
import type { FeatureNaming } from './feature-name.js';
import type { CucumberMessage } from './recorder.js';
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

export type PlanResult =
  | { readonly kind: 'plan'; readonly scenarios: number }
  | { readonly kind: 'unreadable'; readonly problems: readonly string[] };

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
  const { runConfiguration } = await configuration(selection, []);
  const { plan, errors } = await loadSources(runConfiguration.sources, quiet(selection.cwd));
  if (errors.length > 0) {
    return {
      kind: 'unreadable',
      problems: errors.map(({ uri, location, message }) => `${uri}:${location.line}: ${firstLine(message)}`),
    };
  }
  return { kind: 'plan', scenarios: plan.length };
}

/** Runs the features; what happens comes as messages. `formats` are cucumber's own, each with the file that it writes. */
export async function runFeatures(
  selection: FeatureSelection,
  formats: readonly CucumberFormat[],
  onMessage: (message: CucumberMessage) => void,
): Promise<void> {
  const { runConfiguration } = await configuration(selection, formats);
  await runCucumber(runConfiguration, quiet(selection.cwd), onMessage);
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

function forwardSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

function withoutLine(path: string): string {
  return path.replace(/(:\d+)+$/, '');
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? text;
}
