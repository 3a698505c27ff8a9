import type { ValidationOrder } from '../../load/far-end/delivery-check.js';
import type { WrittenPlan } from '../../load/plan/read-plan.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import { profilePaths } from '../profile-paths.js';
import { BASE, loadPlans } from '../validate/load-plans.js';

/** By what the deliveries are judged; undefined where the plan says nothing. Throws OperatorError for profiles that are none. */
export function validationOf({ validate }: WrittenPlan, hasFarEnds: boolean): ValidationOrder | undefined {
  if (validate === undefined) return undefined;
  if (!hasFarEnds) {
    throw new OperatorError(
      EXIT.usage,
      'nothing is delivered that could be validated: the plan has no far end',
      'add --far-end 127.0.0.1:7001, to which the system under test delivers',
    );
  }
  loadPlans(validate.profiles);
  const profiles = validate.profiles.flatMap((name) => (isKnownEverywhere(name) ? [name] : profilePaths(name)));
  return { profiles, sample: validate.sample ?? 1 };
}

/** The names of the package stay names: another machine has it in another folder. */
function isKnownEverywhere(name: string): boolean {
  return name === BASE || name.startsWith('pipehat:');
}
