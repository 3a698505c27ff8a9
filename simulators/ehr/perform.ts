import { never } from '../../src/base/never.js';
import type { SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import { performAdt } from './adt/perform.js';
import type { EhrCommand } from './commands.js';
import type { EhrState } from './ehr-state.js';
import { recordDose } from './medication/administer.js';
import { askForMedication } from './medication/ask.js';
import { prescribe } from './medication/prescribe.js';
import { askFor } from './orders/ask.js';
import { placeOrders } from './orders/place.js';

/** Does what a person at the EHR asked for. */
export function performCommand(state: EhrState, command: EhrCommand, tools: SimulatorTools): Step<EhrState> {
  switch (command.kind) {
    case 'place-order':
      return placeOrders(state, command, tools);
    case 'cancel-order':
    case 'discontinue-order':
    case 'hold-order':
    case 'release-order':
    case 'change-order':
    case 'replace-order':
      return askFor(state, command, tools);
    case 'prescribe':
      return prescribe(state, command, tools);
    case 'cancel-prescription':
    case 'discontinue-prescription':
    case 'hold-prescription':
    case 'release-prescription':
    case 'change-prescription':
    case 'replace-prescription':
      return askForMedication(state, command, tools);
    case 'administer':
    case 'correct-administration':
    case 'delete-administration':
      return recordDose(state, command, tools);
    case 'add-person':
    case 'pre-admit':
    case 'cancel-pre-admit':
    case 'register':
    case 'admit':
    case 'cancel-admit':
    case 'transfer':
    case 'cancel-transfer':
    case 'update':
    case 'update-person':
    case 'change-class':
    case 'discharge':
    case 'cancel-discharge':
    case 'merge':
      return performAdt(state, command, tools);
    default:
      return never(command);
  }
}
