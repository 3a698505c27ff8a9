import { loadLazyPlans, type ProfilePlans, placesOf } from '../conformance/load/load-plans.js';
import type { ProfileDefect } from '../conformance/model/defect.js';
import type { LazyPlan } from '../conformance/plan/plan.js';

export type PlansResult =
  | { readonly kind: 'plans'; readonly profiles: readonly ProfilePlans<LazyPlan>[] }
  | { readonly kind: 'defective'; readonly defects: readonly ProfileDefect[] };

/** Where the profiles lie that a configuration names; `base` has no place. */
export function profilePlaces(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name) => name !== 'base').flatMap(placesOf))];
}

/** Loads them; all that is wrong with any of them is told at once. */
export function loadAllPlans(places: readonly string[]): PlansResult {
  const results = places.map(loadLazyPlans);
  const defects = results.flatMap((result) => (result.kind === 'defective' ? result.defects : []));
  const errors = defects.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { kind: 'defective', defects: errors };
  return { kind: 'plans', profiles: results.flatMap((result) => (result.kind === 'loaded' ? [result.profile] : [])) };
}
