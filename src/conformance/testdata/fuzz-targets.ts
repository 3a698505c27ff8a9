import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessage } from '../../hl7/parse.js';
import { findProfiles } from '../load/find-profiles.js';
import { loadProfile } from '../load/load-profile.js';
import { shippedProfiles } from '../load/shipped-profiles.js';
import { headingOf } from '../message-heading.js';
import { nistMode, pipehatMode } from '../mode.js';
import { compilePlan } from '../plan/compile.js';
import type { ValidationPlan } from '../plan/plan.js';
import { PlanSelector } from '../select.js';
import { basePlans } from '../select-base.js';
import { Validator } from '../validate.js';

/** A message and those that judge it, in both modes: by its profiles, and by the base standard. */
export interface FuzzTarget {
  readonly name: string;
  readonly message: Buffer;
  readonly validators: readonly Validator[];
}

const base = basePlans();
const known = new Map<ValidationPlan, readonly Validator[]>();

function validatorsOf(plan: ValidationPlan): readonly Validator[] {
  const made = known.get(plan) ?? [pipehatMode(), nistMode()].map((mode) => new Validator(plan, { mode }));
  known.set(plan, made);
  return made;
}

function plansOf(folder: string): readonly ValidationPlan[] {
  const loaded = loadProfile(folder);
  if (loaded.kind === 'defective') throw new Error(loaded.defects.map(({ message }) => message).join('\n'));
  return loaded.profile.messages.map(({ id }) => {
    const compiled = compilePlan(loaded.profile, id);
    if (compiled.kind === 'defective') throw new Error(compiled.defects.map(({ message }) => message).join('\n'));
    return compiled.plan;
  });
}

/** The messages in some folders of a profile, each with the plan that is for it, or all plans where none is. */
function targetsOf(folder: string, within: readonly string[]): readonly FuzzTarget[] {
  const plans = plansOf(folder);
  const selector = new PlanSelector(plans);
  return within.flatMap((name) => {
    const files = existsSync(join(folder, name)) ? readdirSync(join(folder, name)) : [];
    return files.map((file) => {
      const message = readFileSync(join(folder, name, file));
      const parsed = parseMessage(message);
      const selection = parsed.kind === 'message' ? selector.select(parsed.message) : undefined;
      const own = selection === undefined || selection.kind === 'none' ? plans : selection.plans;
      const standard = parsed.kind === 'message' ? base(headingOf(parsed.message)) : undefined;
      const all = standard === undefined ? own : [...own, standard];
      return { name: join(folder, name, file), message, validators: all.flatMap(validatorsOf) };
    });
  });
}

/** The specimens of the profiles of the package, and the messages of the bundles in a folder beside the checkout. */
export function fuzzTargets(fixtures: string): readonly FuzzTarget[] {
  const bundles = existsSync(fixtures) ? readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'messages'))) : [];
  return [
    ...findProfiles(shippedProfiles()).flatMap((folder) => targetsOf(folder, ['valid', 'invalid'])),
    ...bundles.flatMap((name) => targetsOf(join(fixtures, name), ['messages'])),
  ];
}
