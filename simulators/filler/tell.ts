import type { Effect, SimulatorTools } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import type { ObservationOrder, OrderControl, ResultReport } from '../../src/messages/facts.js';
import { oruR01 } from '../../src/messages/oru-r01.js';
import type { Patient, Visit } from '../../src/population/facts.js';
import { findVisit } from '../care/care-record.js';
import type { Echo } from '../care/echo.js';
import { ownEnvelope, write } from '../exchange/envelope.js';
import { alert } from '../exchange/note.js';
import { orderMessage } from '../exchange/send-order.js';
import type { SystemState } from '../exchange/system-state.js';
import type { FillerOrder, FillerState } from './filler-state.js';
import { standing } from './grant.js';

/** Whom a message of the department is about: the patient and the visit as they stand now. */
export interface About {
  readonly patient: Patient;
  readonly visit?: Visit;
  readonly echo: Echo;
}

/** The visit of the order as ADT last told of it, else as the order named it. */
export function aboutOrder(state: SystemState, order: Pick<FillerOrder, 'visit' | 'visitEcho'>): About | undefined {
  const { patient } = state.care;
  if (patient === undefined) return undefined;
  const record = order.visit && findVisit(state.care, order.visit.number);
  const visit = record?.visit ?? order.visit;
  return { patient, ...(visit && { visit }), echo: { ...order.visitEcho, ...record?.echo } };
}

/** News about an order (SC, OC ...) as a message in the dialect in which the order came. `edit` has the last word on its order group. */
export function tell(
  state: FillerState<FillerOrder>,
  order: FillerOrder,
  control: OrderControl,
  tools: SimulatorTools,
  edit: (news: ObservationOrder) => ObservationOrder = (news) => news,
): Effect {
  const about = aboutOrder(state, order);
  if (about === undefined) return alert('nothing can be told of a patient who is not known');
  const { echo, ...who } = about;
  const news = edit({ ...standing(order, tools.now), control });
  const envelope = ownEnvelope(tools, state, [control, numberOf(order), order.sent]);
  const message = write(
    envelope,
    state,
    (header) => orderMessage(order.dialect, header, { ...who, orders: [news] }),
    echo,
  );
  return { kind: 'send', message };
}

/** ORU^R01 with one or several reports of the same patient. */
export function sendReports(
  state: FillerState<FillerOrder>,
  order: FillerOrder,
  reports: readonly ResultReport[],
  tools: SimulatorTools,
): Effect {
  const about = aboutOrder(state, order);
  if (about === undefined) return alert('nothing can be reported of a patient who is not known');
  const { echo, ...who } = about;
  const envelope = ownEnvelope(tools, state, ['RE', numberOf(order), order.sent]);
  const message: Message = write(envelope, state, (header) => oruR01(header, { ...who, reports }), echo);
  return { kind: 'send', message };
}

export function numberOf({ order }: FillerOrder): string {
  return order.numbers.filler?.id ?? order.numbers.placer?.id ?? '';
}
