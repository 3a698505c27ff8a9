import type { Effect, SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import { findOrder } from '../filler/filler-state.js';
import { firstStage, handedOn, nextStage, type Stage } from '../progress/stage.js';
import type { RisCommand } from './commands.js';
import { performRisCommand } from './perform.js';
import type { ImagingOrder, RisState } from './ris-state.js';

/** What radiology does of its own accord with an order that it has accepted; each stage follows the one before. */
export type RisProgress = 'manual' | 'schedule' | 'perform' | 'report';

const STAGES = ['schedule', 'arrive', 'complete', 'preliminary', 'final'] as const;
type RisStage = (typeof STAGES)[number];
const NAMES: readonly string[] = STAGES;

const LAST: Readonly<Record<RisProgress, number>> = { manual: 0, schedule: 1, perform: 3, report: 5 };

const HOUR_MS = 3_600_000;

export function begin(order: ImagingOrder, progress: RisProgress, paceMs: number): readonly Effect[] {
  return progress === 'manual' ? [] : firstStage(STAGES[0], { ...order.order, startAt: order.order.enteredAt }, paceMs);
}

/** Does one stage and asks for the next; an examination that is wanted later is scheduled now and done then. */
export function advance(
  state: RisState,
  stage: Stage,
  tools: SimulatorTools,
  progress: RisProgress,
  paceMs: number,
): Step<RisState> {
  const elsewhere = handedOn(state, stage);
  if (elsewhere !== undefined) return { state, effects: elsewhere };
  const order = findOrder(state.orders, stage.order);
  const at = NAMES.indexOf(stage.stage);
  const now = STAGES[at];
  if (order === undefined || now === undefined || !isDue(order, now)) return { state, effects: [] };
  const step = performRisCommand(state, commandFor(order, stage, now, tools), tools);
  const next = at + 1 < LAST[progress] ? STAGES[at + 1] : undefined;
  const wait = now === 'schedule' ? Math.max(0, (order.order.startAt?.getTime() ?? 0) - tools.now.getTime()) : 0;
  const more = next === undefined ? [] : [nextStage(next, stage.order, wait + paceMs)];
  return { state: step.state, effects: [...step.effects, ...more] };
}

/** An order that was cancelled or held meanwhile is left alone. */
function isDue({ state, performed }: ImagingOrder, stage: RisStage): boolean {
  switch (stage) {
    case 'schedule':
      return state === 'accepted' || state === 'released';
    case 'arrive':
      return state === 'scheduled';
    case 'complete':
      return state === 'in-process' && !performed;
    case 'preliminary':
      return state === 'in-process' && performed;
    case 'final':
      return state === 'preliminary';
  }
}

function commandFor(order: ImagingOrder, { order: number }: Stage, stage: RisStage, tools: SimulatorTools): RisCommand {
  const about = { patient: { identifiers: [] }, order: number };
  switch (stage) {
    case 'schedule':
      return {
        ...about,
        kind: 'schedule',
        at: order.order.startAt ?? new Date(tools.now.getTime() + HOUR_MS),
        appointment: true,
      };
    case 'arrive':
      return { ...about, kind: 'arrive' };
    case 'complete':
      return { ...about, kind: 'complete', charge: true };
    case 'preliminary':
    case 'final':
      return { ...about, kind: 'report', as: stage };
  }
}
