import { never } from '../../src/base/never.js';
import type { SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import { alert } from '../exchange/note.js';
import { findOrder } from '../filler/filler-state.js';
import type { RisCommand } from './commands.js';
import { arrive, changeExamination, complete } from './examination.js';
import { addAddendum, correctReport, report } from './report.js';
import type { RisState } from './ris-state.js';
import { cancel, changeAppointment, schedule } from './schedule.js';

/** Does what a person in radiology asked for. */
export function performRisCommand(state: RisState, command: RisCommand, tools: SimulatorTools): Step<RisState> {
  const order = findOrder(state.orders, command.order);
  if (order === undefined) {
    return {
      state,
      effects: [alert(`${command.kind} refused: radiology has no order ${command.order.id} of this patient`)],
    };
  }
  switch (command.kind) {
    case 'schedule':
    case 'reschedule':
      return schedule(state, order, command, tools);
    case 'modify-appointment':
    case 'cancel-appointment':
      return changeAppointment(state, order, command, tools);
    case 'arrive':
      return arrive(state, order, command, tools);
    case 'complete':
      return complete(state, order, command, tools);
    case 'report':
      return report(state, order, command, tools);
    case 'add-addendum':
      return addAddendum(state, order, command, tools);
    case 'correct-report':
      return correctReport(state, order, command, tools);
    case 'no-show':
    case 'cancel-by-radiology':
      return cancel(state, order, command, tools);
    case 'change-examination':
      return changeExamination(state, order, command, tools);
    default:
      return never(command);
  }
}
