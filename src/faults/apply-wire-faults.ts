import type { Rng } from '../base/rng.js';
import { type WirePlan, wholeFrame } from '../mllp/wire-plan.js';
import type { WireFault } from './fault.js';

/** How many messages must be at hand before the plan for them can be made. */
export function messagesTogether(faults: readonly WireFault[]): number {
  return Math.max(1, ...faults.map((fault) => fault.together));
}

/** The plan for these payloads, in order, under these faults, in order. Without faults: whole frames, one behind the other. */
export function applyWireFaults(payloads: readonly Buffer[], faults: readonly WireFault[], random: Rng): WirePlan {
  const honest = payloads.flatMap((payload) => wholeFrame(payload));
  return faults.reduce<WirePlan>((plan, fault) => fault.apply(plan, random), honest);
}
