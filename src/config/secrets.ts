import type { Mistake } from '../base/mistake.js';
import type { Path } from '../base/yaml-document.js';

const VARIABLE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;
const ONLY_A_VARIABLE = /^\$\{[A-Za-z_][A-Za-z0-9_]*\}$/;
const SECRET_KEY = /passphrase|password|secret|token/i;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

export interface FilledIn {
  readonly data: unknown;
  readonly mistakes: readonly Mistake[];
  /** The values that were put in: secrets, or what stands beside them. */
  readonly values: readonly string[];
}

/**
 * Puts the values of environment variables where the file says `${NAME}`. Secrets written out are refused, and no
 * message ever holds one. The text of a missing variable stays as it is.
 */
export function fillIn(data: unknown, variables: NodeJS.ProcessEnv): FilledIn {
  const mistakes: Mistake[] = [];
  const values = new Set<string>();
  const walk = (value: unknown, path: Path): unknown => {
    if (typeof value === 'string') return fillText(value, path, variables, mistakes, values);
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, [...path, key])]));
  };
  return { data: walk(data, []), mistakes, values: [...values] };
}

function fillText(
  text: string,
  path: Path,
  variables: NodeJS.ProcessEnv,
  mistakes: Mistake[],
  values: Set<string>,
): string {
  const key = String(path.findLast((step) => typeof step === 'string') ?? '');
  if ((SECRET_KEY.test(key) && !ONLY_A_VARIABLE.test(text)) || PRIVATE_KEY.test(text)) {
    mistakes.push({
      path,
      what: 'a secret is written out in the file',
      remedy: `set an environment variable and write \${NAME} here; a key or certificate is named by the path of its file`,
    });
    return text;
  }
  return text.replace(VARIABLE, (whole, name: string) => {
    const value = variables[name];
    if (value !== undefined && value !== '') {
      values.add(value);
      return value;
    }
    mistakes.push({
      path,
      what: `the environment variable ${name} is ${value === undefined ? 'not set' : 'empty'}`,
      remedy: `set ${name} before starting pipehat, in the shell or in the CI's secrets`,
    });
    return whole;
  });
}
