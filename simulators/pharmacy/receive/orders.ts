import type { SimulatorTools } from '../../../src/endpoint/simulator.js';
import type { Message } from '../../../src/hl7/message.js';
import { withPerson } from '../../care/apply-adt.js';
import { PATIENT_ECHO, readEcho } from '../../care/echo.js';
import { answering } from '../../exchange/answer-order.js';
import type { Received } from '../../exchange/receive.js';
import { unknownKey } from '../../exchange/refusal.js';
import { readControl } from '../../read/order.js';
import { type OrderGroup, readOrderGroups } from '../../read/order-groups.js';
import { isRequest } from '../../status/request.js';
import { medicationAnswer } from '../answers.js';
import type { PharmacyOptions } from '../options.js';
import type { PharmacyState } from '../pharmacy-state.js';
import { acceptOrRefuse } from './accept.js';
import type { Asked, Decided } from './asked.js';
import { grantOrRefuse } from './grant.js';
import { replaceOrRefuse } from './replace.js';
import { tellStatus } from './tell-status.js';
import { unreadable } from './unreadable.js';

/** OMP^O09, ORM^O01 with RXO, RDE^O11 from a prescriber: each order group is decided by itself and answered in ORC-1. */
export function receivePrescriptions(
  state: PharmacyState,
  message: Message,
  tools: SimulatorTools,
  options: PharmacyOptions,
): Received<PharmacyState> {
  const groups = readOrderGroups(message);
  const isNew = state.care.patient === undefined && options.unknownPatients === 'accept';
  const care = isNew ? withPerson(state.care, message) : state.care;
  const { patient } = care;
  if (patient === undefined) return { state, refusal: unknownKey(`patient ${state.key} is not known`, 'PID', 3) };
  const malformed = unreadable(message, groups);
  if (malformed !== undefined) return { state, refusal: malformed };
  const known = { ...state, care };
  const decided = decideAll(groups, { message, state: known, patient, tools, options });
  // The answer repeats the patient as this very message named them.
  const named = { ...known, care: { ...care, echo: readEcho(message, PATIENT_ECHO) } };
  const build: Parameters<typeof answering>[3] = (envelope, to) =>
    medicationAnswer(message, envelope, to, patient, decided.answers);
  const answer = answering(named, message, tools, build, decided.effects);
  return { ...answer, state: { ...known, prescriptions: decided.prescriptions } };
}

type Occasion = Omit<Asked, 'group' | 'prescriptions'>;

function decideAll(groups: readonly OrderGroup[], occasion: Occasion): Decided {
  let decided: Decided = { prescriptions: occasion.state.prescriptions, answers: [], effects: [] };
  groups.forEach((group, at) => {
    if (isSuccessor(groups[at - 1], group)) return;
    const next = decide({ ...occasion, group, prescriptions: decided.prescriptions }, groups[at + 1]);
    const answers = [...decided.answers, ...next.answers];
    decided = { prescriptions: next.prescriptions, answers, effects: [...decided.effects, ...next.effects] };
  });
  return decided;
}

/** RE is what ORC-1 says in an RDE unless it says something else: an order that the prescriber encoded. */
function decide(asked: Asked, next: OrderGroup | undefined): Decided {
  const control = readControl(asked.group);
  if (control === 'NW' || control === 'RE') return acceptOrRefuse(asked);
  if (control === 'RP') return replaceOrRefuse(asked, next);
  if (isRequest(control)) return grantOrRefuse(asked, control);
  return tellStatus(asked);
}

/** RO belongs to the RP before it. */
function isSuccessor(before: OrderGroup | undefined, group: OrderGroup): boolean {
  return before !== undefined && readControl(before) === 'RP' && readControl(group) === 'RO';
}
