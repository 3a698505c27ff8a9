import { never } from '../src/base/never.js';
import type { Simulator } from '../src/endpoint/simulator.js';
import { heedWord } from './exchange/heed.js';
import { keyOfEvent } from './exchange/key-of-event.js';
import { info } from './exchange/note.js';
import { receive } from './exchange/receive.js';
import { FILLER_DEFAULTS, type FillerOptions } from './filler/department.js';
import { hearReply } from './filler/hear.js';
import { fillerIntake } from './filler/intake.js';
import type { LisCommand } from './lis/commands.js';
import { absorbLis, emptyLis, isLisState, type LabOrder, type LisState } from './lis/lis-state.js';
import { performLisCommand } from './lis/perform.js';
import { advance, begin, type LisProgress } from './lis/progress.js';
import { changeLabOrder, takeLabOrder } from './lis/take-order.js';
import { PACE_MS, stageOf } from './progress/stage.js';

export interface LisOptions extends FillerOptions {
  /** What it does by itself with an accepted order. */
  readonly progress: LisProgress;
  /** Nominal milliseconds between two stages of it. */
  readonly paceMs: number;
}

/** The laboratory: accepts orders, receives specimens, reports, corrects, cancels. */
export function lis(chosen: Partial<LisOptions> = {}): Simulator<LisState, LisCommand> {
  const options: LisOptions = { ...FILLER_DEFAULTS, progress: 'manual', paceMs: PACE_MS, ...chosen };
  const { progress, paceMs } = options;
  const intake = fillerIntake<LisState, LabOrder>(
    { take: takeLabOrder, change: changeLabOrder, begin: (order) => begin(order, progress, paceMs) },
    ['ORM^O01', 'OML^O21'],
    options,
  );
  return {
    role: 'lis',
    initial: emptyLis,
    keyOf: keyOfEvent,
    step(state, event, tools) {
      switch (event.kind) {
        case 'command':
          return performLisCommand(state, event.command, tools);
        case 'received':
          return receive(state, event.message, tools, intake);
        case 'answered':
          return hearReply<LisState, LabOrder>(state, event.sent, event.reply, tools);
        case 'unanswered':
          return { state, effects: [info(`${event.sent.controlId} was not answered: ${event.reason}`)] };
        case 'timer': {
          const stage = stageOf(event);
          if (stage !== undefined) return advance(state, stage, tools, progress, paceMs);
          return heedWord(state, event, tools, { intake, isState: isLisState, empty: emptyLis, absorb: absorbLis });
        }
        default:
          return never(event);
      }
    },
  };
}
