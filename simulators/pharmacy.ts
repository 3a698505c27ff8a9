import { never } from '../src/base/never.js';
import type { Simulator } from '../src/endpoint/simulator.js';
import { heedWord } from './exchange/heed.js';
import { keyOfEvent } from './exchange/key-of-event.js';
import { info } from './exchange/note.js';
import { receive } from './exchange/receive.js';
import { advance } from './pharmacy/advance.js';
import type { PharmacyCommand } from './pharmacy/commands.js';
import { hearReply } from './pharmacy/hear.js';
import { pharmacyIntake } from './pharmacy/intake.js';
import { PHARMACY_DEFAULTS, type PharmacyOptions } from './pharmacy/options.js';
import { performPharmacyCommand } from './pharmacy/perform/perform.js';
import { absorbPharmacy, emptyPharmacy, isPharmacyState, type PharmacyState } from './pharmacy/pharmacy-state.js';
import { stageOf } from './progress/stage.js';

/** The pharmacy: screens, verifies, encodes, dispenses, holds and stops prescriptions, and counts the doses given. */
export function pharmacy(chosen: Partial<PharmacyOptions> = {}): Simulator<PharmacyState, PharmacyCommand> {
  const options: PharmacyOptions = { ...PHARMACY_DEFAULTS, ...chosen };
  const intake = pharmacyIntake(options);
  const heeding = { intake, isState: isPharmacyState, empty: emptyPharmacy, absorb: absorbPharmacy };
  return {
    role: 'pharmacy',
    initial: emptyPharmacy,
    keyOf: keyOfEvent,
    step(state, event, tools) {
      switch (event.kind) {
        case 'command':
          return performPharmacyCommand(state, event.command, tools, options);
        case 'received':
          return receive(state, event.message, tools, intake);
        case 'answered':
          return hearReply(state, event.sent, event.reply);
        case 'unanswered':
          return { state, effects: [info(`${event.sent.controlId} was not answered: ${event.reason}`)] };
        case 'timer': {
          const stage = stageOf(event);
          return stage === undefined ? heedWord(state, event, tools, heeding) : advance(state, stage, tools, options);
        }
        default:
          return never(event);
      }
    },
  };
}
