import { never } from '../../src/base/never.js';
import type { SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import { alert } from '../exchange/note.js';
import { findOrder } from '../filler/filler-state.js';
import type { LisCommand } from './commands.js';
import { reportContent } from './content.js';
import { correct, withdraw } from './correct.js';
import { reportCulture } from './culture.js';
import { addTest, orderItself, reportUnsolicited } from './further-tests.js';
import type { LabOrder, LisState } from './lis-state.js';
import { report } from './report.js';
import { cancelByLaboratory, receiveSpecimen } from './specimen.js';

/** Does what a person at the laboratory asked for. */
export function performLisCommand(state: LisState, command: LisCommand, tools: SimulatorTools): Step<LisState> {
  if (command.kind === 'report-unsolicited') return reportUnsolicited(state, command, tools);
  if (command.kind === 'order-itself') return orderItself(state, command, tools);
  const order = findOrder(state.orders, command.order);
  if (order === undefined) {
    return {
      state,
      effects: [alert(`${command.kind} refused: the laboratory has no order ${command.order.id} of this patient`)],
    };
  }
  return performOnOrder(state, order, command, tools);
}

type OnOrder = Exclude<LisCommand, { readonly kind: 'report-unsolicited' | 'order-itself' }>;

function performOnOrder(state: LisState, order: LabOrder, command: OnOrder, tools: SimulatorTools): Step<LisState> {
  switch (command.kind) {
    case 'receive-specimen':
      return receiveSpecimen(state, order, command, tools);
    case 'report':
      return report(state, order, command, tools);
    case 'correct':
      return correct(state, order, command, tools);
    case 'withdraw-observation':
      return withdraw(state, order, command, tools);
    case 'cancel-by-laboratory':
      return cancelByLaboratory(state, order, command, tools);
    case 'reflex':
    case 'add-on':
      return addTest(state, order, command, tools);
    case 'report-culture':
      return reportCulture(state, order, command, tools);
    case 'report-content':
      return reportContent(state, order, command, tools);
    default:
      return never(command);
  }
}
