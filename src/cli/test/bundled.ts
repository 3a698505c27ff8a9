import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { closest } from '../../base/closest.js';
import { requirementsFile } from '../../config/requirements.js';
import { withoutLine } from '../../run/path-text.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import { packageRoot } from '../package-root.js';

/** `pipehat:adt` names the folder `adt` of the features that come with the package; `pipehat:` alone the whole suite. */
const PREFIX = 'pipehat:';

/** What the whole suite leaves out: what must go red, and what a system that is itself an actor has to pass. */
const NOT_THE_SUITE = ['defects', 'certification'];

export function isBundled(path: string): boolean {
  return path.startsWith(PREFIX);
}

export function bundledFolder(): string {
  return join(packageRoot(), 'features');
}

/** Absolute paths of what a path beginning with `pipehat:` names. Throws OperatorError where the package has no such features. */
export function bundledPaths(path: string): readonly string[] {
  const name = path
    .slice(PREFIX.length)
    .replaceAll('\\', '/')
    .replace(/^\/|\/$/g, '');
  if (name === '') return suite().map((topic) => join(bundledFolder(), topic));
  const [, file = name] = /^(.*?)(?::\d+)*$/.exec(name) ?? [];
  if (!file.split('/').includes('..') && existsSync(join(bundledFolder(), file))) return [join(bundledFolder(), name)];
  const meant = closest(file, topics());
  const hint = meant === undefined ? '' : `did you mean ${PREFIX}${meant}? `;
  throw new OperatorError(
    EXIT.usage,
    `${path}: the package has no such features`,
    `${hint}there are: ${topics()
      .map((topic) => `${PREFIX}${topic}`)
      .join(', ')}`,
  );
}

/** Requirements of the package that the features below these absolute paths name in their tags. */
export function bundledRequirements(paths: readonly string[]): Readonly<Record<string, string>> {
  const { texts } = requirementsFile('requirements.yaml', bundledFolder());
  const tagged = new Set(paths.flatMap(featureFiles).flatMap(requirementTags));
  return Object.fromEntries(Object.entries(texts).filter(([id]) => tagged.has(id)));
}

/** Absolute folders of the go-live suite: all topics but those that are meant for other runs. */
export function suiteFolders(): readonly string[] {
  return suite().map((topic) => join(bundledFolder(), topic));
}

function suite(): readonly string[] {
  return foldersOf('').filter((topic) => !NOT_THE_SUITE.includes(topic));
}

/** `adt`, `certification/lis` ... */
function topics(): readonly string[] {
  return foldersOf('').flatMap((topic) => [topic, ...foldersOf(topic).map((name) => `${topic}/${name}`)]);
}

function foldersOf(topic: string): readonly string[] {
  return readdirSync(join(bundledFolder(), topic), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function featureFiles(path: string): readonly string[] {
  const bare = withoutLine(path);
  const stat = statSync(bare, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [bare];
  return readdirSync(bare, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.feature'))
    .map((name) => join(bare, name));
}

function requirementTags(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(/@(REQ-[A-Z0-9-]+)/g)].map((match) => match[1] ?? '');
}
