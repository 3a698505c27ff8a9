import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';

/** What the figures depend on. */
export interface Environment {
  readonly node: string;
  readonly processor: string;
  readonly processors: number;
  /** Version by package. */
  readonly peers: Readonly<Record<string, string>>;
}

const PEERS: readonly string[] = ['@medplum/core', '@medplum/hl7', 'node-hl7-client', 'simple-hl7'];

export function environment(): Environment {
  const processors = cpus();
  return {
    node: process.version,
    processor: processors[0]?.model ?? 'unknown',
    processors: processors.length,
    peers: Object.fromEntries(PEERS.map((name) => [name, versionOf(name)])),
  };
}

const require = createRequire(import.meta.url);

/** From the nearest package.json above the entry that has this name: `exports` may hide it from the resolver. */
function versionOf(name: string): string {
  let folder = dirname(require.resolve(name));
  while (folder !== dirname(folder)) {
    const found = readManifest(join(folder, 'package.json'));
    if (found?.name === name && found.version !== undefined) return found.version;
    folder = dirname(folder);
  }
  return 'unknown';
}

function readManifest(path: string): { readonly name?: string; readonly version?: string } | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
