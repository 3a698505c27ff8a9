import type { SimulatorTools } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import { withPerson } from '../care/apply-adt.js';
import { PATIENT_ECHO, readEcho } from '../care/echo.js';
import { answering } from '../exchange/answer-order.js';
import type { Received } from '../exchange/receive.js';
import { type Refusal, refusal, unknownKey } from '../exchange/refusal.js';
import { serviceAnswer } from '../exchange/service-answer.js';
import { readControl } from '../read/order.js';
import { type OrderGroup, readOrderGroups } from '../read/order-groups.js';
import { isRequest } from '../status/request.js';
import { acceptOrRefuse } from './accept.js';
import type { Asked, Decided } from './asked.js';
import type { Department, FillerOptions } from './department.js';
import type { FillerOrder, FillerState } from './filler-state.js';
import { grantOrRefuse, tellStatus } from './grant.js';
import { replaceOrRefuse } from './replace.js';

/** ORM^O01, OML^O21, OMG^O19, OMI^O23 from a placer: each order group is decided by itself and answered in ORC-1. */
export function receiveOrders<S extends FillerState<O>, O extends FillerOrder>(
  state: S,
  message: Message,
  tools: SimulatorTools,
  department: Department<O>,
  options: FillerOptions,
): Received<S> {
  const groups = readOrderGroups(message);
  const care =
    state.care.patient === undefined && options.unknownPatients === 'accept'
      ? withPerson(state.care, message)
      : state.care;
  const { patient } = care;
  if (patient === undefined) return { state, refusal: unknownKey(`patient ${state.key} is not known`, 'PID', 3) };
  const malformed = unreadable(groups);
  if (malformed !== undefined) return { state, refusal: malformed };
  let decided: Decided<O> = { orders: state.orders, answers: [], effects: [] };
  for (let at = 0; at < groups.length; at++) {
    const group = groups[at];
    if (group === undefined || isSuccessor(groups, at)) continue;
    const asked = { message, group, orders: decided.orders, state, patient, department, tools };
    const next = decide(asked, groups[at + 1]);
    const effects = [...decided.effects, ...next.effects];
    decided = { orders: next.orders, answers: [...decided.answers, ...next.answers], effects };
  }
  // The answer repeats the patient as this very message named them.
  const named = { ...state, care: { ...care, echo: readEcho(message, PATIENT_ECHO) }, orders: decided.orders };
  const build: Parameters<typeof answering>[3] = (envelope, to) =>
    serviceAnswer(message, envelope, to, patient, decided.answers);
  const answer = answering(named, message, tools, build, decided.effects);
  return { ...answer, state: { ...answer.state, care } };
}

function decide<O extends FillerOrder>(asked: Asked<O>, next: OrderGroup | undefined): Decided<O> {
  const control = readControl(asked.group);
  if (control === 'NW') return acceptOrRefuse(asked);
  if (control === 'RP') return replaceOrRefuse(asked, next);
  if (isRequest(control)) return grantOrRefuse(asked, control);
  return tellStatus(asked);
}

/** RO belongs to the RP before it. */
function isSuccessor(groups: readonly OrderGroup[], at: number): boolean {
  const [before, own] = [groups[at - 1], groups[at]];
  return before !== undefined && own !== undefined && readControl(before) === 'RP' && readControl(own) === 'RO';
}

const CONTROLS = new Set(['NW', 'CA', 'DC', 'HD', 'RL', 'RP', 'RO', 'XO', 'SS']);

function unreadable(groups: readonly OrderGroup[]): Refusal | undefined {
  if (groups.length === 0) return refusal('100', 'ORC is required', { segment: 'ORC', sequence: 1 });
  const at = groups.findIndex((group) => !CONTROLS.has(readControl(group)));
  const odd = groups[at];
  if (odd === undefined) return undefined;
  const place = { segment: 'ORC', sequence: at + 1, field: 1 };
  const control = readControl(odd);
  return control === ''
    ? refusal('101', 'ORC-1 is required', place)
    : refusal('103', `order control ${control} is not taken here`, place);
}
