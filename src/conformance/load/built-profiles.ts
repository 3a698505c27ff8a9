import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { deserialize } from 'node:v8';
import type { Profile } from '../model/profile.js';
import type { PlanHeading } from '../plan/plan.js';
import { findProfiles } from './find-profiles.js';
import { shippedProfiles } from './shipped-profiles.js';

/** What `npm run build` wrote of one profile of the package: it needs neither YAML nor the base standard any more. */
export interface BuiltProfile {
  readonly id: string;
  /** One for each of its messages, in order. */
  readonly plans: readonly PlanHeading[];
  /** Reads the whole of it; undefined where this Node.js cannot read what another has written. */
  readonly read: () => Profile | undefined;
}

/** The contents of `built/index.json`; the profile itself is `built/<folder>.v8`. */
interface BuiltIndex {
  readonly stamp: string;
  readonly profiles: Readonly<Record<string, Pick<BuiltProfile, 'id' | 'plans'>>>;
}

/** Beside the compiled code alone: the sources have none, and load what is written. */
const BUILT = new URL('./built/', import.meta.url);
const known = new Map<string, BuiltIndex | undefined>();

/** The built form of the profile at a path; undefined where it is none of the package's, or was changed since the build. */
export function builtProfile(path: string, built = BUILT): BuiltProfile | undefined {
  if (dirname(resolve(path)) !== shippedProfiles()) return undefined;
  const folder = basename(path);
  const entry = indexOf(built)?.profiles[folder];
  return entry && { ...entry, read: () => profileIn(new URL(`${folder}.v8`, built)) };
}

/** Tells apart the texts of the profiles in a folder: what was built of other texts is not used. */
export function profilesStamp(folder: string): string {
  const hash = createHash('sha256');
  for (const path of findProfiles(folder)) hash.update(basename(path)).update(readFileSync(join(path, 'profile.yaml')));
  return hash.digest('hex');
}

function indexOf(built: URL): BuiltIndex | undefined {
  if (!known.has(built.href)) known.set(built.href, readIndex(built));
  return known.get(built.href);
}

function readIndex(built: URL): BuiltIndex | undefined {
  const file = new URL('index.json', built);
  if (!existsSync(file)) return undefined;
  const read = JSON.parse(readFileSync(file, 'utf8')) as BuiltIndex;
  return read.stamp === profilesStamp(shippedProfiles()) ? read : undefined;
}

function profileIn(file: URL): Profile | undefined {
  try {
    return deserialize(readFileSync(file)) as Profile;
  } catch {
    return undefined;
  }
}
