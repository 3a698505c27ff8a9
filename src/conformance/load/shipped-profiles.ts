import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const SHIPPED = 'pipehat:';

/** Where a profile of the package lies: `pipehat:adt` is one of them, `pipehat:` all. undefined where the name is of none. */
export function shippedProfile(name: string): string | undefined {
  if (!name.startsWith(SHIPPED)) return undefined;
  const root = dirname(createRequire(import.meta.url).resolve('pipehat/package.json'));
  return join(root, 'profiles', name.slice(SHIPPED.length));
}
