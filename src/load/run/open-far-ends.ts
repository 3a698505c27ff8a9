import type { LoadPlan } from '../plan/load-plan.js';
import type { MixData } from '../template/load-unit.js';
import type { FarEndPart } from './far-end-part.js';
import { localFarEnd } from './local-far-end.js';
import { threadFarEnd } from './thread-far-end.js';
import { HAS_THREADS } from './threads.js';

/** What every part of a run knows. */
export interface SharedOrder {
  readonly plan: LoadPlan;
  readonly mix: MixData;
  readonly prefix: string;
}

export type FarEndsOpening =
  | { readonly kind: 'open'; readonly parts: readonly FarEndPart[] }
  | { readonly kind: 'failed'; readonly message: string };

/** Opens every far end of the plan; none stays open where one cannot listen. */
export async function openFarEnds(shared: SharedOrder): Promise<FarEndsOpening> {
  const parts: FarEndPart[] = [];
  for (const farEnd of shared.plan.farEnds) {
    const opening = await (HAS_THREADS ? threadFarEnd : localFarEnd)({ ...shared, farEnd });
    if (opening.kind === 'open') {
      parts.push(opening.part);
      continue;
    }
    await Promise.all(parts.map((part) => part.close()));
    return { kind: 'failed', message: `${farEnd.name}: ${opening.message}` };
  }
  return { kind: 'open', parts };
}
