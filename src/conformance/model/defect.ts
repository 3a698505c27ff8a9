import type { SourcePlace } from './source-place.js';

/**
 * Something wrong with a profile itself. An `error` stops the profile from loading; a `warning` is what `profile lint`
 * tells besides.
 */
export interface ProfileDefect {
  readonly severity: 'error' | 'warning';
  /** Stable, kebab-case: `dangling-datatype`. */
  readonly code: string;
  readonly place: SourcePlace;
  /** What is wrong. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
}
