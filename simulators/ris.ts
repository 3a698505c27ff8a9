import { never } from '../src/base/never.js';
import type { Simulator } from '../src/endpoint/simulator.js';
import { heedWord } from './exchange/heed.js';
import { keyOfEvent } from './exchange/key-of-event.js';
import { info } from './exchange/note.js';
import { receive } from './exchange/receive.js';
import { FILLER_DEFAULTS, type FillerOptions } from './filler/department.js';
import { hearReply } from './filler/hear.js';
import { fillerIntake } from './filler/intake.js';
import { PACE_MS, stageOf } from './progress/stage.js';
import type { RisCommand } from './ris/commands.js';
import { performRisCommand } from './ris/perform.js';
import { advance, begin, type RisProgress } from './ris/progress.js';
import { absorbRis, emptyRis, type ImagingOrder, isRisState, type RisState } from './ris/ris-state.js';
import { changeImagingOrder, takeImagingOrder } from './ris/take-order.js';

export interface RisOptions extends FillerOptions {
  /** What it does by itself with an accepted order. */
  readonly progress: RisProgress;
  /** Nominal milliseconds between two stages of it. */
  readonly paceMs: number;
}

/** Radiology: schedules, examines, reports; accession and study keep their numbers. */
export function ris(chosen: Partial<RisOptions> = {}): Simulator<RisState, RisCommand> {
  const options: RisOptions = { ...FILLER_DEFAULTS, progress: 'manual', paceMs: PACE_MS, ...chosen };
  const { progress, paceMs } = options;
  const intake = fillerIntake<RisState, ImagingOrder>(
    { take: takeImagingOrder, change: changeImagingOrder, begin: (order) => begin(order, progress, paceMs) },
    ['ORM^O01', 'OMG^O19', 'OMI^O23'],
    options,
  );
  return {
    role: 'ris',
    initial: emptyRis,
    keyOf: keyOfEvent,
    step(state, event, tools) {
      switch (event.kind) {
        case 'command':
          return performRisCommand(state, event.command, tools);
        case 'received':
          return receive(state, event.message, tools, intake);
        case 'answered':
          return hearReply<RisState, ImagingOrder>(state, event.sent, event.reply, tools);
        case 'unanswered':
          return { state, effects: [info(`${event.sent.controlId} was not answered: ${event.reason}`)] };
        case 'timer': {
          const stage = stageOf(event);
          if (stage !== undefined) return advance(state, stage, tools, progress, paceMs);
          return heedWord(state, event, tools, { intake, isState: isRisState, empty: emptyRis, absorb: absorbRis });
        }
        default:
          return never(event);
      }
    },
  };
}
