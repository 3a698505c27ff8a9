import { dirname, resolve } from 'node:path';
import { type Mistake, mistakes } from '../base/mistake.js';
import { type Path, readYaml, valueAt, type YamlDocument } from '../base/yaml-document.js';
import { assemble } from './assemble.js';
import { MOST_CONFIG_BYTES, readBounded } from './bounded-file.js';
import type { ConfigProblem, ConfigResult, Environment } from './config.js';
import { readEnvironments } from './environments.js';
import { problem } from './problem.js';
import { missingProfiles } from './profiles.js';
import { requirementsFile } from './requirements.js';
import { fileSchema } from './schema.js';
import { fillIn } from './secrets.js';
import { selectEnvironment } from './select.js';

export const CONFIG_FILE = 'pipehat.config.yaml';

/**
 * Reads the config file and everything that it names for `environment` (absent: the file's `default`). Reports every
 * mistake of the file at once; variables and certificates only of the environment that is selected, since the others
 * may well belong to another machine. Never throws.
 */
export function loadConfig(
  path: string,
  environment?: string,
  variables: NodeJS.ProcessEnv = process.env,
): ConfigResult {
  const file = resolve(path);
  let content: string;
  try {
    content = readBounded(file, MOST_CONFIG_BYTES);
  } catch (error) {
    return { kind: 'invalid', problems: [unreadable(file, (error as NodeJS.ErrnoException).code)] };
  }
  const document = readYaml(content);
  if (document.mistakes.length > 0) {
    const remedy = 'mend the YAML at this place; the other checks follow when the file can be read';
    return { kind: 'invalid', problems: document.mistakes.map((mistake) => ({ file, path: '', remedy, ...mistake })) };
  }
  return readDocument(file, document, environment, variables);
}

function unreadable(file: string, code: string | undefined): ConfigProblem {
  const what = code === 'ENOENT' ? 'there is no such file' : `the file cannot be read (${code ?? 'unknown reason'})`;
  const remedy = `"pipehat init" makes a project with a ${CONFIG_FILE}; "pipehat demo" needs none`;
  return { file, line: 0, column: 0, path: '', what, remedy };
}

function readDocument(
  file: string,
  document: YamlDocument,
  wanted: string | undefined,
  variables: NodeJS.ProcessEnv,
): ConfigResult {
  const folder = dirname(file);
  const selection = selectEnvironment(document.data, wanted);
  const filled = fillIn(document.data, variables);
  const found: Mistake[] = [...selection.mistakes, ...filled.mistakes.filter((one) => concerns(one, selection.name))];
  const shape = fileSchema.safeParse(filled.data);
  const shown = (path: Path): unknown => valueAt(document.data, path);
  if (!shape.success) found.push(...mistakes(shape.error.issues, shown));
  found.push(...missingProfiles(filled.data, folder));
  const environment = readEnvironments(filled.data, selection.name, { folder, shown, found });
  const named = valueAt(filled.data, ['requirements']);
  const requirements = typeof named === 'string' ? requirementsFile(named, folder) : undefined;

  const unknown = new Set(filled.mistakes.map((mistake) => mistake.path.join('.')));
  const filledMistakes = new Set(filled.mistakes);
  const problems = found
    .filter((mistake) => filledMistakes.has(mistake) || !unknown.has(mistake.path.join('.')))
    .map((mistake) => problem(file, document, mistake));
  problems.push(...(requirements?.problems ?? []));
  if (problems.length > 0 || !shape.success || environment === undefined) return { kind: 'invalid', problems };
  return {
    kind: 'config',
    config: assemble(file, shape.data, withSecrets(environment, filled.values), requirements?.texts),
  };
}

/** Whoever runs its commands knows what must not be shown. */
function withSecrets(environment: Environment, secrets: readonly string[]): Environment {
  return secrets.length === 0 ? environment : { ...environment, control: { ...environment.control, secrets } };
}

/** A missing variable of an environment that is not selected does no harm; a secret written out always does. */
function concerns(mistake: Mistake, selected: string | undefined): boolean {
  const [top, name] = mistake.path;
  return top !== 'environments' || name === selected || mistake.what.startsWith('a secret');
}
