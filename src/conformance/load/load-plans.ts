import { dirname } from 'node:path';
import type { ProfileDefect } from '../model/defect.js';
import type { Profile } from '../model/profile.js';
import { compilePlan } from '../plan/compile.js';
import type { LazyPlan, PlanHeading, ValidationPlan } from '../plan/plan.js';
import { type BuiltProfile, builtProfile } from './built-profiles.js';
import { findProfiles } from './find-profiles.js';
import { loadProfile } from './load-profile.js';
import { shippedProfile, shippedProfiles } from './shipped-profiles.js';

/** The plans of all messages of one profile, under its id. */
export interface ProfilePlans<Plan extends PlanHeading = ValidationPlan> {
  readonly id: string;
  readonly path: string;
  readonly plans: readonly Plan[];
}

export type PlansLoading<Plan extends PlanHeading = ValidationPlan> =
  | { readonly kind: 'loaded'; readonly profile: ProfilePlans<Plan> }
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

/**
 * As `loadPlans`, but a profile of the package, which the build has read and compiled once, is opened by the first message that it
 * is for: a run of one scenario meets two or three of them.
 */
export function loadLazyPlans(path: string): PlansLoading<LazyPlan> {
  const built = builtProfile(path);
  if (built !== undefined) return { kind: 'loaded', profile: { id: built.id, path, plans: openable(path, built) } };
  const loaded = loadPlans(path);
  if (loaded.kind === 'defective') return loaded;
  const plans = loaded.profile.plans.map((plan) => lazyPlan(plan, () => plan));
  return { kind: 'loaded', profile: { ...loaded.profile, plans } };
}

/** Only the heading of `heading` is taken over: it may be a whole plan. */
export function lazyPlan({ profile, message, acknowledgment }: PlanHeading, open: () => ValidationPlan): LazyPlan {
  let made: ValidationPlan | undefined;
  return {
    profile,
    message,
    ...(acknowledgment && { acknowledgment }),
    open: () => {
      made ??= open();
      return made;
    },
  };
}

function openable(path: string, { plans, read }: BuiltProfile): readonly LazyPlan[] {
  let profile: Profile | undefined;
  return plans.map((heading) =>
    lazyPlan(heading, () => {
      profile ??= read() ?? written(path);
      const result = compilePlan(profile, heading.message.id);
      if (result.kind === 'compiled') return result.plan;
      throw new Error(`${path} does not compile, although the build compiled it: run \`npm run build\``);
    }),
  );
}

function written(path: string): Profile {
  const loaded = loadProfile(path);
  if (loaded.kind === 'loaded') return loaded.profile;
  throw new Error(`${path} cannot be read, although the build read it: run \`npm run build\``);
}
