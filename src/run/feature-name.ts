import { dirname, relative, resolve } from 'node:path';

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
  const isBundled = !relative(bundledFolder, file).startsWith('..');
  return relative(isBundled ? dirname(bundledFolder) : cwd, file).replaceAll('\\', '/');
}
