import type { Effect, SimulatorTools } from '../../../src/endpoint/simulator.js';
import type { Message } from '../../../src/hl7/message.js';
import type { MedicationOrder } from '../../../src/messages/facts.js';
import type { Patient } from '../../../src/population/facts.js';
import type { OrderGroup } from '../../read/order-groups.js';
import type { PharmacyOptions } from '../options.js';
import type { PharmacyPrescription, PharmacyState } from '../pharmacy-state.js';

/** What every decision about an order group may look at. */
export interface Asked {
  readonly message: Message;
  readonly group: OrderGroup;
  readonly prescriptions: readonly PharmacyPrescription[];
  readonly state: PharmacyState;
  readonly patient: Patient;
  readonly tools: SimulatorTools;
  readonly options: PharmacyOptions;
}

/** What became of one or two order groups: the prescriptions after it and the ORC groups of the answer. */
export interface Decided {
  readonly prescriptions: readonly PharmacyPrescription[];
  readonly answers: readonly MedicationOrder[];
  readonly effects: readonly Effect[];
}
