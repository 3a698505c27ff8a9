import { randomBytes } from 'node:crypto';
import { relative, resolve } from 'node:path';
import { wallClock } from '../../base/clock.js';
import type { Config } from '../../config/config.js';
import { loadConfig } from '../../config/load.js';
import { formatProblems } from '../../config/problem.js';
import { FAULTS } from '../../faults/index.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { projectExtensions } from '../extensions.js';
import { OperatorError } from '../operator-error.js';
import { performSuite } from '../suite/perform.js';
import type { Terminal } from '../terminal.js';
import { bundledFolder, bundledPaths, bundledRequirements, isBundled } from './bundled.js';
import { dryRun } from './dry-run.js';
import type { TestFlags } from './options.js';

/** Runs the user's features against the user's system. Throws OperatorError. */
export async function test(paths: readonly string[], flags: TestFlags, terminal: Terminal): Promise<ExitCode> {
  if (flags.parallel > 1) throw tooParallel();
  const given = configOf(flags);
  const features = featuresOf(paths, given);
  const config = { ...given, requirements: { ...features.requirements, ...given.requirements } };
  const selection = {
    cwd: config.folder,
    bundledFolder: bundledFolder(),
    paths: features.paths,
    steps: config.steps,
    tags: flags.tags ?? '',
    dryRun: flags.dryRun,
    ...(flags.shard !== undefined && { shard: flags.shard }),
  };
  const extensions = await projectExtensions(config);
  if (flags.dryRun) return dryRun(selection, terminal, [...FAULTS, ...extensions.faults]);
  const seed = flags.seed ?? randomBytes(4).toString('hex');
  return performSuite(
    {
      config,
      selection,
      extensions,
      seed,
      clock: flags.clock ?? wallClock(),
      command: commandLine(paths, flags, seed),
      allowUntestable: flags.allowUntestable,
      allure: flags.allure,
    },
    terminal,
  );
}

function configOf(flags: TestFlags): Config {
  const result = loadConfig(resolve(flags.config), flags.env);
  if (result.kind === 'invalid') {
    throw new OperatorError(
      EXIT.usage,
      `the configuration cannot be used\n${formatProblems(result.problems)}`,
      'mend the places named above; "pipehat init" shows a working file',
    );
  }
  return flags.results === undefined ? result.config : { ...result.config, results: resolve(flags.results) };
}

interface Features {
  readonly paths: readonly string[];
  /** Those of the bundled features among them. */
  readonly requirements: Readonly<Record<string, string>>;
}

/** What was asked for, or else what the config names: features of the project, and of the package where a path says so. */
function featuresOf(given: readonly string[], config: Config): Features {
  const wanted = given.length > 0 ? given.map((path) => (isBundled(path) ? path : resolve(path))) : config.features;
  const bundled = wanted.filter(isBundled).flatMap(bundledPaths);
  const own = wanted.filter((path) => !isBundled(path)).map((path) => within(config.folder, path));
  return { paths: [...own, ...bundled], requirements: bundledRequirements(bundled) };
}

function within(folder: string, path: string): string {
  const inside = relative(folder, path);
  return inside.startsWith('..') ? path : inside.replaceAll('\\', '/');
}

function commandLine(paths: readonly string[], { env, tags }: TestFlags, seed: string): string {
  const parts = [...paths, ...(env ? [`--env ${env}`] : []), ...(tags ? [`--tags "${tags}"`] : []), `--seed ${seed}`];
  return ['pipehat test', ...parts].join(' ');
}

function tooParallel(): OperatorError {
  return new OperatorError(
    EXIT.usage,
    '--parallel: the workers would share one system under test, whose queues and patients then mix',
    'start one run for each system under test, each with its own --env and a part of the suite: --shard 1/2, --shard 2/2',
  );
}
