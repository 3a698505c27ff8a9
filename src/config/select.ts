import { closest } from '../base/closest.js';
import type { Mistake } from '../base/mistake.js';

export interface Selection {
  /** Absent where the choice failed; then there is a mistake. */
  readonly name?: string;
  readonly mistakes: readonly Mistake[];
}

/** The environment to use: the one that is asked for, else the file's `default`, else the only one. */
export function selectEnvironment(data: unknown, wanted: string | undefined): Selection {
  const file = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  const environments = file['environments'];
  // A missing or misshapen `environments` is the schema's to report.
  if (typeof environments !== 'object' || environments === null || Array.isArray(environments)) return { mistakes: [] };
  const names = Object.keys(environments);
  if (names.length === 0) return refuse('environments', 'no environment is named', 'add one, for example "test:"');
  const byDefault = typeof file['default'] === 'string' ? file['default'] : undefined;
  if (byDefault !== undefined && !names.includes(byDefault)) {
    return refuse('default', `there is no environment "${byDefault}"`, suggestion(byDefault, names));
  }
  const name = wanted ?? byDefault ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined) {
    return refuse(
      'environments',
      'the file does not say which environment to use',
      `add "default: ${names[0]}" or use --env`,
    );
  }
  if (!names.includes(name))
    return refuse('environments', `there is no environment "${name}"`, suggestion(name, names));
  return { name, mistakes: [] };
}

function refuse(key: string, what: string, remedy: string): Selection {
  return { mistakes: [{ path: [key], what, remedy }] };
}

function suggestion(name: string, names: readonly string[]): string {
  const meant = closest(name, names);
  return `${meant === undefined ? '' : `did you mean ${meant}? `}the file has: ${names.join(', ')}`;
}
