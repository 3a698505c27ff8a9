import { loadPlans as loadProfilePlans } from '../../conformance/load/load-plans.js';
import type { ProfileDefect } from '../../conformance/model/defect.js';
import type { ValidationPlan } from '../../conformance/plan/plan.js';
import { EXIT } from '../exit-codes.js';
import { OperatorError } from '../operator-error.js';
import { profileFolders, profilePaths } from '../profile-paths.js';
import { defective } from './defects.js';

/** The base standard instead of a profile. */
export const BASE = 'base';

/** What messages may be judged by. */
export interface LoadedPlans {
  readonly plans: readonly ValidationPlan[];
  /** Files and folders that hold the profiles, to be watched. */
  readonly paths: readonly string[];
  /** Whether the base standard serves where no profile does. */
  readonly hasBase: boolean;
}

/** Loads and compiles all profiles that are named; without any, the base standard. Throws OperatorError with all defects of all profiles. */
export function loadPlans(names: readonly string[]): LoadedPlans {
  const paths = [...new Set(names.filter((name) => name !== BASE).flatMap(profilePaths))];
  const defects: ProfileDefect[] = [];
  const byPath = new Map(paths.map((path) => [path, plansOf(path, defects)]));
  if (defects.length > 0) {
    throw defective(
      paths.length === 1 ? 'the profile' : 'the profiles',
      defects,
      '"pipehat profile lint" lists them too',
    );
  }
  checkUnique(byPath);
  return { plans: [...byPath.values()].flat(), paths, hasBase: names.length === 0 || names.includes(BASE) };
}

/** The same profile from two places, such as a copy that was forgotten: nobody could tell by which of them a message was judged. */
function checkUnique(byPath: ReadonlyMap<string, readonly ValidationPlan[]>): void {
  const seen = new Map<string, string>();
  for (const [path, plans] of byPath) {
    for (const { profile, message } of plans) {
      const key = JSON.stringify([profile.id, message.id, message.type, message.event]);
      const other = seen.get(key);
      if (other !== undefined && other !== path) {
        const what = `${other} and ${path} are the same profile: both have the id ${profile.id} and the message ${message.id}`;
        throw new OperatorError(EXIT.usage, what, 'give one of them, or give one another id');
      }
      seen.set(key, path);
    }
  }
}

function plansOf(path: string, defects: ProfileDefect[]): readonly ValidationPlan[] {
  const loaded = loadProfilePlans(path, profileFolders());
  if (loaded.kind === 'loaded') return loaded.profile.plans;
  defects.push(...loaded.defects);
  return [];
}

/** The plan whose message definition has this id, or is for this `ADT^A01`. Throws OperatorError. */
export function planNamed(plans: readonly ValidationPlan[], name: string): ValidationPlan {
  const named = ({ message: { id, type, event, structure } }: ValidationPlan): readonly string[] => [
    id,
    `${type}^${event}`,
    `${type}^${event}^${structure}`,
  ];
  const found = plans.filter((plan) => named(plan).includes(name));
  if (found.length === 1 && found[0] !== undefined) return found[0];
  const ids = plans.map(({ message }) => `${message.id} (${message.type}^${message.event})`).join(', ');
  const what =
    found.length === 0 ? 'no message definition has this name' : 'several message definitions have this name';
  throw new OperatorError(
    EXIT.usage,
    `--message ${name}: ${what}`,
    `give one of these ids: ${ids || 'none is loaded'}`,
  );
}
