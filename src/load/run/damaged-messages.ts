import type { SutEventOutcome } from '../../evidence/load-result.js';
import type { Damage } from '../../ledger/delivery-ledger.js';
import { IntendedInstants } from '../arrival/intended-instants.js';
import { loadFaults } from '../fault/load-fault.js';
import { LoadMix } from '../template/load-unit.js';
import { SOMEWHERE } from './arrives-somewhere.js';
import type { FarEndResult } from './far-end-part.js';
import { idOf, KINDS } from './merge.js';
import type { SharedOrder } from './open-far-ends.js';

/** One message that did not reach a far end as it should have. */
export interface DamagedMessage {
  readonly damage: Damage;
  readonly farEnd: string;
  /** MSH-10 as sent. */
  readonly controlId: string;
  /** `ADT^A01`. */
  readonly type: string;
  /** When the plan wanted it sent, milliseconds after its start; absent in a closed model, and for later steps of a workflow. */
  readonly intendedMs?: number;
  /** The fault of the plan that struck it on its way to the system. */
  readonly fault?: string;
  /** What was next done to the system under test, and how long behind that instant. */
  readonly followedBy?: { readonly action: SutEventOutcome['action']; readonly afterMs: number };
}

/** Names what suffered damage, with what may have been its cause. */
export function damagedMessages(
  { plan, mix: data, prefix }: SharedOrder,
  settled: readonly FarEndResult[],
  sut: readonly SutEventOutcome[],
): readonly DamagedMessage[] {
  if (settled.every(({ samples }) => KINDS.every((kind) => samples[kind].length === 0))) return [];
  const mix = new LoadMix(data);
  const faults = loadFaults(plan.faults, plan.seed);
  const { arrival, seed } = plan;
  const intended = arrival.kind === 'open' ? new IntendedInstants({ seed, ...arrival }) : undefined;
  const named = (damage: Damage, farEnd: string, ordinal: number): DamagedMessage => {
    const at = Math.floor(ordinal / mix.mostSteps);
    const step = ordinal - at * mix.mostSteps;
    const type = mix.unitOf(at).steps[step]?.template.type ?? '';
    const fault = faults.find((one) => one.strikes(ordinal, type))?.name;
    const intendedMs = step === 0 ? intended?.of(at) : undefined;
    return {
      damage,
      farEnd,
      controlId: idOf(prefix, ordinal),
      type,
      ...(fault !== undefined && { fault }),
      ...(intendedMs !== undefined && { intendedMs: Math.round(intendedMs), ...followedBy(intendedMs, sut) }),
    };
  };
  return settled.flatMap(({ samples }, n) => {
    const farEnd = plan.farEnds[n]?.name ?? SOMEWHERE;
    return KINDS.flatMap((damage) => samples[damage].map((ordinal) => named(damage, farEnd, ordinal)));
  });
}

function followedBy(ms: number, sut: readonly SutEventOutcome[]): Pick<DamagedMessage, 'followedBy'> {
  const next = sut.find(({ atMs = -1 }) => atMs >= ms);
  if (next?.atMs === undefined) return {};
  return { followedBy: { action: next.action, afterMs: Math.round(next.atMs - ms) } };
}
