import type { Finding } from '../../evidence/finding.js';
import { standardStructure } from '../model/standard-structure.js';
import type { ValidationPlan } from '../plan/plan.js';
import type { FindingCode } from './finding-codes.js';

const STRUCTURE: FindingCode = 'message-structure-mismatch';

/**
 * Without what is the profile's fault alone. Tools make up a structure of code and event (`ADT_A04`, `ACK_A01`); a message that
 * names in MSH-9.3 the one that HL7 gives its event is right all the same. `pipehat profile lint` tells the profile's author.
 */
export function withoutExcused(findings: readonly Finding[], plan: ValidationPlan): readonly Finding[] {
  if (!findings.some(({ code }) => code === STRUCTURE)) return findings;
  const right = rightStructure(plan);
  return findings.filter(({ code, actual }) => code !== STRUCTURE || actual !== right);
}

const known = new WeakMap<ValidationPlan, string | undefined>();

/** Looked up once a plan: a profile of such a tool excuses every message. */
function rightStructure(plan: ValidationPlan): string | undefined {
  if (!known.has(plan)) known.set(plan, standardStructure(plan.message, plan.profile.hl7Version));
  return known.get(plan);
}
