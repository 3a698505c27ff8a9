import type { Effect, SimulatorTools } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import type { ObservationOrder } from '../../src/messages/facts.js';
import type { Patient } from '../../src/population/facts.js';
import type { OrderGroup } from '../read/order-groups.js';
import type { Department } from './department.js';
import type { FillerOrder, FillerState } from './filler-state.js';

/** What became of one or two order groups: the state after it and the ORC groups of the answer. */
export interface Decided<O extends FillerOrder> {
  readonly orders: readonly O[];
  readonly answers: readonly ObservationOrder[];
  readonly effects: readonly Effect[];
}

/** What every decision about a group may look at. */
export interface Asked<O extends FillerOrder> {
  readonly message: Message;
  readonly group: OrderGroup;
  readonly orders: readonly O[];
  readonly state: FillerState<O>;
  readonly patient: Patient;
  readonly department: Department<O>;
  readonly tools: SimulatorTools;
}
