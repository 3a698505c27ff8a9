import type { Effect, SimulatorEvent } from '../../src/endpoint/simulator.js';
import type { EntityIdentifier, OrderCommon } from '../../src/messages/facts.js';
import type { SystemState } from '../exchange/system-state.js';

/** The next thing that a system does of its own accord with an order. */
export interface Stage {
  readonly kind: 'stage';
  readonly stage: string;
  readonly order: EntityIdentifier;
}

/** Nominal milliseconds between two stages. */
export const PACE_MS = 1_000;

/** Nobody works on an order before the time for which it is wanted. */
export function firstStage(stage: string, order: OrderCommon, paceMs: number): readonly Effect[] {
  const number = order.numbers.filler ?? order.numbers.placer;
  if (number === undefined) return [];
  const wait = Math.max(0, (order.startAt?.getTime() ?? 0) - order.enteredAt.getTime());
  return [nextStage(stage, number, wait + paceMs)];
}

export function nextStage(
  stage: string,
  order: EntityIdentifier,
  afterMs: number,
): Extract<Effect, { kind: 'schedule' }> {
  const data: Stage = { kind: 'stage', stage, order };
  return { kind: 'schedule', name: `${stage} ${order.id}`, afterMs, data };
}

type Timer = Extract<SimulatorEvent<never>, { readonly kind: 'timer' }>;

/** The stage that a timer brings; undefined when it speaks of something else. */
export function stageOf({ data }: Timer): Stage | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data) || data.kind !== 'stage') return undefined;
  return 'stage' in data && 'order' in data && isNumber(data.order)
    ? { kind: 'stage', stage: String(data.stage), order: data.order }
    : undefined;
}

function isNumber(value: unknown): value is EntityIdentifier {
  return typeof value === 'object' && value !== null && 'id' in value && 'namespace' in value;
}

/** After a merge the work goes on under the survivor. */
export function handedOn(state: SystemState, stage: Stage): readonly Effect[] | undefined {
  const key = state.care.mergedInto;
  return key === undefined ? undefined : [{ ...nextStage(stage.stage, stage.order, 0), key }];
}
