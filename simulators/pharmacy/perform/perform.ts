import { never } from '../../../src/base/never.js';
import type { SimulatorTools, Step } from '../../../src/endpoint/simulator.js';
import { alert } from '../../exchange/note.js';
import type { PharmacyCommand } from '../commands.js';
import type { PharmacyOptions } from '../options.js';
import { findPharmacyPrescription, type PharmacyState } from '../pharmacy-state.js';
import { dispense } from './dispense.js';
import { stopOrRelease } from './stop.js';
import { verify } from './verify.js';

/** Does what a pharmacist asked for. */
export function performPharmacyCommand(
  state: PharmacyState,
  command: PharmacyCommand,
  tools: SimulatorTools,
  options: PharmacyOptions,
): Step<PharmacyState> {
  const prescription = findPharmacyPrescription(state.prescriptions, command.order);
  if (prescription === undefined) {
    const text = `${command.kind} refused: the pharmacy has no prescription ${command.order.id} of this patient`;
    return { state, effects: [alert(text)] };
  }
  switch (command.kind) {
    case 'verify':
    case 'encode':
      return verify(state, prescription, command, tools, options);
    case 'dispense':
      return dispense(state, prescription, command, tools);
    case 'hold':
    case 'release':
    case 'discontinue':
    case 'refuse':
      return stopOrRelease(state, prescription, command, tools, options);
    default:
      return never(command);
  }
}
