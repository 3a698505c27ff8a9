import { dirname } from 'node:path';
import type { ProfileDefect } from '../model/defect.js';
import { compilePlan } from '../plan/compile.js';
import type { ValidationPlan } from '../plan/plan.js';
import { findProfiles } from './find-profiles.js';
import { loadProfile } from './load-profile.js';
import { shippedProfile, shippedProfiles } from './shipped-profiles.js';

/** The plans of all messages of one profile, under its id. */
export interface ProfilePlans {
  readonly id: string;
  readonly path: string;
  readonly plans: readonly ValidationPlan[];
}

export type PlansLoading =
  | { readonly kind: 'loaded'; readonly profile: ProfilePlans }
  | { readonly kind: 'defective'; readonly defects: readonly ProfileDefect[] };

/** Where the profiles lie that a name stands for: a path, or `pipehat:adt` for one of the package; empty where there is none. */
export function placesOf(name: string): readonly string[] {
  return findProfiles(shippedProfile(name) ?? name);
}

/**
 * Loads a profile and compiles all its messages; all that is wrong with it is told at once. It may extend one of `folders`: one that
 * lies beside it, or one of the package, unless others are given.
 */
export function loadPlans(path: string, folders: readonly string[] = [dirname(path), shippedProfiles()]): PlansLoading {
  const loaded = loadProfile(path, { folders });
  if (loaded.kind === 'defective') return loaded;
  const { id, messages } = loaded.profile;
  const results = messages.map((message) => compilePlan(loaded.profile, message.id));
  const defects = results.flatMap((result) => (result.kind === 'defective' ? result.defects : []));
  if (defects.length > 0) return { kind: 'defective', defects };
  const plans = results.flatMap((result) => (result.kind === 'compiled' ? [result.plan] : []));
  return { kind: 'loaded', profile: { id, path, plans } };
}
