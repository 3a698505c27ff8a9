/** Paths as people and cucumber write them. */

/** Windows takes them as well; cucumber's globs take nothing else. */
export function forwardSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/** `a.feature` of `a.feature:12:30`: cucumber lets a path name the lines of scenarios. */
export function withoutLine(path: string): string {
  return path.replace(/(:\d+)+$/, '');
}
