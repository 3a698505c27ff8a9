import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { forwardSlashes } from './path-text.js';

export interface FeatureNaming {
  /** Folder from which feature URIs are relative. */
  readonly cwd: string;
  /** Absolute folder of the features that come with the package. */
  readonly bundledFolder: string;
}

/**
 * A file's name in seeds and evidence, with forward slashes: relative to `cwd`, but that of a bundled feature relative to
 * the package, so that it gets the same seed wherever the package lies.
 */
export function featureName(path: string, { cwd, bundledFolder }: FeatureNaming): string {
  const file = resolve(cwd, path);
  const home = isBelow(bundledFolder, file) ? dirname(bundledFolder) : cwd;
  return forwardSlashes(relative(home, file));
}

/** On Windows the way to another drive is absolute. */
function isBelow(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return !way.startsWith('..') && !isAbsolute(way);
}
