import { standard } from '../standard/load.js';
import { nearestVersion } from '../standard/versions.js';
import { baseProfile } from './load/base/base-profile.js';
import type { MessageHeading } from './message-heading.js';
import { compilePlan } from './plan/compile.js';
import type { ValidationPlan } from './plan/plan.js';
import type { BasePlans } from './select.js';

/** Kinds of messages whose plan is kept: a stream of nonsense must not fill the memory. */
const KINDS = 1_000;

/** Plans of the base standard, made when first asked for: structure by MSH-9, version by MSH-12 or the nearest that we hold. */
export function basePlans(): BasePlans {
  const known = new Map<string, ValidationPlan | undefined>();
  return (heading) => {
    const key = [heading.version, heading.code, heading.event, heading.structure].join('\n');
    if (known.has(key)) return known.get(key);
    const made = planFor(heading);
    if (known.size < KINDS) known.set(key, made);
    return made;
  };
}

/** The event decides; MSH-9.3 only where the version has no structure for the event. */
function planFor({ version, code, event, structure }: MessageHeading): ValidationPlan | undefined {
  const nearest = nearestVersion(version);
  const source = standard(nearest);
  const own = source.structureFor(code, event) ?? (source.structure(structure) === undefined ? undefined : structure);
  if (own === undefined) return undefined;
  const result = compilePlan(baseProfile(nearest, own, { type: code, event }));
  if (result.kind === 'compiled') return result.plan;
  throw new Error(`the base standard does not compile: ${result.defects.map(({ message }) => message).join('; ')}`);
}
