import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import { packageRoot } from '../package-root.js';

/** URL of the module of a package of the user's project, or of this package's own clone. Throws OperatorError where there is none. */
export function moduleOf(name: string): string {
  const root = packageRoot();
  for (const folder of [process.cwd(), root, join(root, 'interop')]) {
    const found = resolveFrom(folder, name);
    if (found !== undefined) return pathToFileURL(found).href;
  }
  throw new OperatorError(
    EXIT.usage,
    `--stack: the package ${name} is not installed here`,
    `npm install --save-dev ${name}@2.5.0, or in a clone of Pipehat: npm ci --prefix interop`,
  );
}

function resolveFrom(folder: string, name: string): string | undefined {
  try {
    return createRequire(join(folder, 'package.json')).resolve(name);
  } catch {
    return undefined;
  }
}
