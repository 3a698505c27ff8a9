import { expect, it } from 'vitest';
import { findProfiles } from '../../conformance/load/find-profiles.js';
import { loadProfile } from '../../conformance/load/load-profile.js';
import { shippedProfiles } from '../../conformance/load/shipped-profiles.js';
import { compilePlan } from '../../conformance/plan/compile.js';
import type { ValidationPlan } from '../../conformance/plan/plan.js';
import { PlanSelector } from '../../conformance/select.js';
import { isQuiet } from '../../conformance/severity/classification.js';
import { Validator } from '../../conformance/validate.js';
import type { Message } from '../../hl7/message.js';
import { rehearse } from './rehearsal.js';

const NOW = new Date('2026-01-05T08:00:00Z');
const PATIENTS = [1, 2, 3];

const plans = findProfiles(shippedProfiles()).flatMap(plansOf);
const selector = new PlanSelector(plans);
const validators = new Map<ValidationPlan, Validator>();

function plansOf(folder: string): readonly ValidationPlan[] {
  const loaded = loadProfile(folder);
  if (loaded.kind === 'defective') throw new Error(`${folder} has defects`);
  return loaded.profile.messages.flatMap(({ id }) => {
    const compiled = compilePlan(loaded.profile, id);
    return compiled.kind === 'compiled' ? [compiled.plan] : [];
  });
}

function validatorOf(plan: ValidationPlan): Validator {
  const made = validators.get(plan) ?? new Validator(plan);
  validators.set(plan, made);
  return made;
}

/** What a person is told about a message by the profiles of the package. */
function told(message: Message): readonly string[] {
  const selection = selector.select(message);
  if (selection.kind !== 'selected') return [selection.kind];
  return selection.plans
    .flatMap((plan) => validatorOf(plan).validate(message.raw))
    .filter(({ classification }) => !isQuiet(classification))
    .map((finding) => `${finding.path} ${finding.message}`);
}

it.each(['inpatient', 'outpatient'])('%s: all that is sent is as the profiles of the package have it', (pathway) => {
  const sent = PATIENTS.flatMap((patient) =>
    rehearse({ seed: 'profiles', patient, pathway, now: NOW, version: '2.5.1' }),
  );
  expect(new Set(sent.map(({ message }) => message.get('MSH-9.3'))).size).toBeGreaterThan(3);
  expect(
    sent.map(({ message }) => [message.rawText('MSH-9'), ...told(message)]).filter(([, ...all]) => all.length > 0),
  ).toEqual([]);
});
