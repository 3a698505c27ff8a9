import type { Effect, SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import { findOrder } from '../filler/filler-state.js';
import { firstStage, handedOn, nextStage, type Stage } from '../progress/stage.js';
import { mayBecome } from '../status/order-status.js';
import type { LabOrder, LisState } from './lis-state.js';
import { report } from './report.js';
import { receiveSpecimen } from './specimen.js';

/** What the laboratory does of its own accord with an order that it has accepted; each stage follows the one before. */
export type LisProgress = 'manual' | 'receive' | 'preliminary' | 'finalise';

const STAGES = ['in-process', 'preliminary', 'final'] as const;
type LisStage = (typeof STAGES)[number];
const NAMES: readonly string[] = STAGES;

const LAST: Readonly<Record<LisProgress, number>> = { manual: 0, receive: 1, preliminary: 2, finalise: 3 };

export function begin(order: LabOrder, progress: LisProgress, paceMs: number): readonly Effect[] {
  return progress === 'manual' ? [] : firstStage(STAGES[0], order.order, paceMs);
}

/** Does one stage and asks for the next. An order that has been cancelled or held meanwhile is left alone. */
export function advance(
  state: LisState,
  stage: Stage,
  tools: SimulatorTools,
  progress: LisProgress,
  paceMs: number,
): Step<LisState> {
  const elsewhere = handedOn(state, stage);
  if (elsewhere !== undefined) return { state, effects: elsewhere };
  const order = findOrder(state.orders, stage.order);
  const at = NAMES.indexOf(stage.stage);
  const to = STAGES[at];
  if (order === undefined || to === undefined || !mayBecome(order.state, to)) return { state, effects: [] };
  const step = perform(state, order, to, tools);
  const next = at + 1 < LAST[progress] ? STAGES[at + 1] : undefined;
  const more = next === undefined ? [] : [nextStage(next, stage.order, paceMs)];
  return { state: step.state, effects: [...step.effects, ...more] };
}

function perform(state: LisState, order: LabOrder, to: LisStage, tools: SimulatorTools): Step<LisState> {
  const about = { patient: { identifiers: [] }, order: order.order.numbers.filler ?? { id: '', namespace: '' } };
  if (to === 'in-process') return receiveSpecimen(state, order, { ...about, kind: 'receive-specimen' }, tools);
  return report(state, order, { ...about, kind: 'report', as: to }, tools);
}
