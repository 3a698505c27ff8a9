import { dirname, isAbsolute, resolve } from 'node:path';
import type { Config, Environment, SystemUnderTest } from './config.js';
import { DEMO_ENGINE } from './demo.js';
import { profilePaths, validationPolicy } from './profiles.js';
import type { RawFile } from './schema.js';

/** The whole config from a file that passed every check. Paths count from the folder of the file. */
export function assemble(
  file: string,
  raw: RawFile,
  environment: Environment,
  requirements: Readonly<Record<string, string>> | undefined,
): Config {
  const folder = dirname(file);
  const paths = (given: readonly string[] | undefined, usual: readonly string[]): readonly string[] =>
    (given ?? usual).map((path) => (path.startsWith('pipehat:') ? path : resolve(folder, path)));
  const modules = (given: readonly string[] | undefined): readonly string[] =>
    (given ?? []).map((name) => (isFile(name) ? resolve(folder, name) : name));
  return {
    file,
    folder,
    sut: systemUnderTest(raw, environment),
    environment,
    environments: Object.keys(raw.environments),
    features: paths(raw.features, ['features']),
    steps: paths(raw.steps, ['steps']),
    profiles: profilePaths(raw.profiles, folder),
    validation: validationPolicy(raw.validation, folder),
    results: resolve(folder, raw.results ?? 'results'),
    requirements: requirements ?? (typeof raw.requirements === 'object' ? raw.requirements : {}),
    extensions: {
      simulators: modules(raw.extensions?.simulators),
      faults: modules(raw.extensions?.faults),
      reports: modules(raw.extensions?.reports),
      functions: modules(raw.extensions?.functions),
    },
  };
}

/** Anything else is the name of an installed package. */
function isFile(name: string): boolean {
  return name.startsWith('.') || isAbsolute(name) || /\.[cm]?[jt]s$/.test(name);
}

function systemUnderTest({ sut }: RawFile, environment: Environment): SystemUnderTest {
  if (environment.isDemoEngine) return { name: DEMO_ENGINE };
  return { name: sut?.name ?? 'system under test', ...(sut?.version && { version: sut.version }) };
}
