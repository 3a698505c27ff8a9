import { never } from '../src/base/never.js';
import type { Effect, Simulator, SimulatorTools, Step } from '../src/endpoint/simulator.js';
import type { Message } from '../src/hl7/message.js';
import type { EhrCommand } from './ehr/commands.js';
import { type EhrState, emptyEhr } from './ehr/ehr-state.js';
import { ehrIntake, readReply } from './ehr/intake.js';
import { absorbEhr, isEhrState } from './ehr/merge.js';
import { EHR_DEFAULTS, type EhrOptions } from './ehr/options.js';
import { performCommand } from './ehr/perform.js';
import { withRejection } from './ehr/rejected.js';
import { heedWord } from './exchange/heed.js';
import { keyOfEvent } from './exchange/key-of-event.js';
import { info } from './exchange/note.js';
import { receive } from './exchange/receive.js';

/** The registration source and order placer: admits, orders, prescribes, files results, keeps the MAR. */
export function ehr(options: Partial<EhrOptions> = {}): Simulator<EhrState, EhrCommand> {
  const intake = ehrIntake({ ...EHR_DEFAULTS, ...options });
  return {
    role: 'ehr',
    initial: emptyEhr,
    keyOf: keyOfEvent,
    step(state, event, tools) {
      switch (event.kind) {
        case 'command':
          return performCommand(state, event.command, tools);
        case 'received':
          return receive(state, event.message, tools, intake);
        case 'answered':
          return hear(state, event.sent, event.reply, tools);
        case 'unanswered':
          return { state, effects: [info(`${event.sent.controlId} was not answered: ${event.reason}`)] };
        case 'timer':
          return heedWord(state, event, tools, { intake, isState: isEhrState, empty: emptyEhr, absorb: absorbEhr });
        default:
          return never(event);
      }
    },
  };
}

/** The reply to a message of our own: an order-level answer tells what became of the orders, a negative one is noted. */
function hear(state: EhrState, sent: Message, reply: Message, tools: SimulatorTools): Step<EhrState> {
  const code = reply.get('MSA-1') ?? '';
  const heard = reply.type.code === 'ACK' ? { state, effects: [] } : readReply(state, reply, tools);
  const refused: readonly Effect[] =
    code === 'AA' || code === 'CA' ? [] : [info(`${sent.controlId} was answered ${code}`)];
  return { state: withRejection(heard.state, sent, reply, tools.now), effects: [...heard.effects, ...refused] };
}
