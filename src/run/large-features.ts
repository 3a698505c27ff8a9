import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withoutLine } from './path-text.js';

/** No feature is read that is larger: what generates one had better write several. */
const MOST_BYTES = 4_194_304;

/** One line for each feature file that is too large to be read. */
export function largeFeatures(selection: {
  readonly cwd: string;
  readonly paths: readonly string[];
}): readonly string[] {
  const files = selection.paths.flatMap((path) => featuresBelow(resolve(selection.cwd, withoutLine(path))));
  return files.flatMap((file) => {
    const { size } = statSync(file);
    return size > MOST_BYTES ? [`${file}: ${size} bytes, at most ${MOST_BYTES} are read; write several files`] : [];
  });
}

function featuresBelow(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.feature')).map((name) => join(path, name));
}
