import type { Effect, SimulatorTools } from '../../src/endpoint/simulator.js';
import type { Dispense, MedicationOrder } from '../../src/messages/facts.js';
import { versionsOf } from '../../src/messages/message-type.js';
import { rdeO11 } from '../../src/messages/rde-o11.js';
import { rdsO13 } from '../../src/messages/rds-o13.js';
import type { Provider } from '../../src/population/facts.js';
import { ownEnvelope, write } from '../exchange/envelope.js';
import { alert } from '../exchange/note.js';
import { aboutOrder } from '../filler/tell.js';
import { numberOf, type PharmacyPrescription, type PharmacyState } from './pharmacy-state.js';

/** RDE^O11: the prescription as the pharmacy encoded it (RE), or what became of it (OH, OE, OD, OC). */
export function tellOrder(
  state: PharmacyState,
  prescription: PharmacyPrescription,
  order: MedicationOrder,
  tools: SimulatorTools,
  by?: Provider,
): Effect {
  const about = aboutOrder(state, prescription);
  if (about === undefined) return alert('nothing can be told of a patient who is not known');
  const { echo, ...who } = about;
  const envelope = ownEnvelope(tools, state, [order.control, numberOf(prescription), prescription.sent], by);
  const message = write(envelope, state, (header) => rdeO11(header, { ...who, orders: [order] }), echo);
  return { kind: 'send', message };
}

/** RDS^O13. */
export function tellDispense(
  state: PharmacyState,
  prescription: PharmacyPrescription,
  dispense: Dispense,
  tools: SimulatorTools,
  by?: Provider,
): Effect {
  const about = aboutOrder(state, prescription);
  if (about === undefined) return alert('nothing can be told of a patient who is not known');
  if (!versionsOf('RDS').includes(tools.version)) return alert(`a dispense cannot be told in HL7 ${tools.version}`);
  const { echo, ...who } = about;
  const envelope = ownEnvelope(tools, state, ['dispense', numberOf(prescription), prescription.sent], by);
  const message = write(envelope, state, (header) => rdsO13(header, { ...who, dispenses: [dispense] }), echo);
  return { kind: 'send', message };
}
