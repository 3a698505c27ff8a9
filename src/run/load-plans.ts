import { dirname } from 'node:path';
import { findProfiles } from '../conformance/load/find-profiles.js';
import { loadProfile } from '../conformance/load/load-profile.js';
import { shippedProfile, shippedProfiles } from '../conformance/load/shipped-profiles.js';
import type { ProfileDefect } from '../conformance/model/defect.js';
import { compilePlan } from '../conformance/plan/compile.js';
import type { ValidationPlan } from '../conformance/plan/plan.js';

/** The plans of all messages of one profile, under its id. */
export interface ProfilePlans {
  readonly id: string;
  readonly path: string;
  readonly plans: readonly ValidationPlan[];
}

export type PlansResult =
  | { readonly kind: 'plans'; readonly profiles: readonly ProfilePlans[] }
  | { readonly kind: 'defective'; readonly defects: readonly ProfileDefect[] };

/** Where the profiles lie that a configuration names; `base` has no place. */
export function profilePlaces(names: readonly string[]): readonly string[] {
  return [
    ...new Set(names.filter((name) => name !== 'base').flatMap((name) => findProfiles(shippedProfile(name) ?? name))),
  ];
}

/** Loads and compiles them; all that is wrong with any of them is told at once. */
export function loadPlans(places: readonly string[]): PlansResult {
  const profiles: ProfilePlans[] = [];
  const defects: ProfileDefect[] = [];
  for (const path of places) {
    // A profile may extend one that lies beside it, or one of the package.
    const loaded = loadProfile(path, { folders: [dirname(path), shippedProfiles()] });
    if (loaded.kind === 'defective') {
      defects.push(...loaded.defects);
      continue;
    }
    const results = loaded.profile.messages.map(({ id }) => compilePlan(loaded.profile, id));
    defects.push(...results.flatMap((result) => (result.kind === 'defective' ? result.defects : [])));
    const plans = results.flatMap((result) => (result.kind === 'compiled' ? [result.plan] : []));
    profiles.push({ id: loaded.profile.id, path, plans });
  }
  const errors = defects.filter(({ severity }) => severity === 'error');
  return errors.length > 0 ? { kind: 'defective', defects: errors } : { kind: 'plans', profiles };
}
