import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import type { Config } from '../config/config.js';
import type { LinkEvidence } from '../evidence/exchange.js';
import type { RunManifest } from '../evidence/journal-entry.js';
import type { FeatureSelection } from './cucumber.js';
import { featureName } from './feature-name.js';
import { profilePlaces } from './load-plans.js';
import { withoutLine } from './path-text.js';

export interface ManifestFacts {
  readonly config: Config;
  readonly run: string;
  readonly startedAt: Date;
  readonly seed: string;
  readonly clock: Date;
  readonly links: readonly LinkEvidence[];
  readonly selection: FeatureSelection;
  readonly command: string;
}

/** What the run was, for the evidence: enough to repeat it and to see that nothing was exchanged since. */
export function runManifest(facts: ManifestFacts): RunManifest {
  const { config } = facts;
  const { environment } = config;
  return {
    run: facts.run,
    startedAt: facts.startedAt.toISOString(),
    pipehat: versionOf('pipehat/package.json'),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cucumber: versionOf('@cucumber/cucumber/package.json'),
    environment: environment.name,
    sut: { ...config.sut, role: environment.role, addresses: addresses(facts.links) },
    seed: facts.seed,
    clock: facts.clock.toISOString(),
    timeScale: environment.timeScale,
    links: facts.links,
    hashes: hashes(facts.selection, projectFiles(config)),
    requirements: config.requirements,
    command: facts.command,
    ...(environment.accounting && { accounting: environment.accounting }),
    ...(environment.showsPatientValues && { showsPatientValues: true }),
  };
}

/** The version of this package, which knows itself by its name, or of one that it uses. */
function versionOf(manifest: string): string {
  const require = createRequire(import.meta.url);
  const { version } = require(manifest) as { readonly version: string };
  return version;
}

function addresses(links: readonly LinkEvidence[]): readonly string[] {
  return [...new Set(links.filter((link) => link.to === 'sut').map((link) => link.address))];
}

/** What else decides a verdict: profiles, steps and modules of the project. */
function projectFiles({ profiles, steps, extensions }: Config): readonly string[] {
  const modules = Object.values(extensions).flat().filter(isAbsolute);
  return [...profilePlaces(profiles), ...steps, ...modules];
}

/** Of every feature file that was selected and of every other file. */
function hashes(selection: FeatureSelection, others: readonly string[]): Readonly<Record<string, string>> {
  const roots = selection.paths.map((path) => resolve(selection.cwd, withoutLine(path)));
  const files = [...roots, ...others].flatMap(filesBelow);
  return Object.fromEntries(
    files.map((file) => [featureName(file, selection), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

function filesBelow(path: string): readonly string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}
