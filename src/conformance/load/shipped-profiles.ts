import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const SHIPPED = 'pipehat:';

/** The folder with the profiles of the package, each in a folder of its own. */
export function shippedProfiles(): string {
  return join(dirname(createRequire(import.meta.url).resolve('pipehat/package.json')), 'profiles');
}

/** Where a profile of the package lies: `pipehat:adt` is one of them, `pipehat:` all. undefined where the name is of none. */
export function shippedProfile(name: string): string | undefined {
  return name.startsWith(SHIPPED) ? join(shippedProfiles(), name.slice(SHIPPED.length)) : undefined;
}
