import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One of the JSON files that the build step wrote. Throws with the remedy where it is not there or not whole. */
export function readDataFile(directory: URL, name: string): unknown {
  const file = fileURLToPath(new URL(`${name}.json`, directory));
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`the base standard's data cannot be read from ${file}: run \`npm run build\``, { cause });
  }
}
