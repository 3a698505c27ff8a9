import type { Message } from '../../hl7/message.js';
import type { Segment } from '../../hl7/segment.js';
import { readIdentifiers } from './identifiers.js';
import { owned } from './owned.js';
import { accepted, type Plan, place, refused, together } from './plan.js';
import type { RecordIndex } from './record-index.js';
import { isPlan, knownPatient, meantVisit, pv1Of, visitNumber } from './subject.js';
import type { Visit, VisitState } from './visits.js';

interface Movement {
  /** The states from which the event is possible. */
  readonly from: readonly VisitState[];
  /** True where the event makes no sense without a visit. */
  readonly needsVisit: boolean;
  readonly change: (visit: Visit, pv1: Segment) => void;
}

const ALIVE: readonly VisitState[] = ['planned', 'open', 'closed'];

/** Events that only tell about a patient and perhaps a visit. */
const NOTICE: Movement = { from: ALIVE, needsVisit: false, change: () => {} };

const MOVEMENTS: Readonly<Record<string, Movement>> = {
  A02: movement(['open'], transfer),
  A03: movement(['open'], (visit) => Object.assign(visit, { state: 'closed', bed: '' })),
  A06: movement(['planned', 'open'], changeClass),
  A07: movement(['planned', 'open'], changeClass),
  A11: movement(['planned', 'open'], leave),
  A12: movement(['open'], transferBack),
  A13: movement(['closed'], (visit, pv1) => Object.assign(visit, { state: 'open', bed: bedOf(pv1) })),
  A23: movement([...ALIVE, 'void'], leave),
  A38: movement(['planned'], leave),
};

function movement(from: readonly VisitState[], change: Movement['change']): Movement {
  return { from, needsVisit: true, change };
}

/** Any ADT event about a patient who is known already, but for merges. Events with several patients are about each. */
export function planMovement(message: Message, index: RecordIndex): Plan {
  const { trigger } = message.type;
  const pids = message.all('PID');
  const plans = pids.map((pid) => planOne(message, index, pid, pv1Of(message, pid)));
  const extra = trigger === 'A29' ? [forget(message, index)] : trigger === 'A17' ? [swapBeds(message, index)] : [];
  return together([...plans, ...extra]);
}

function planOne(message: Message, index: RecordIndex, pid: Segment, pv1: Segment | undefined): Plan {
  const { trigger } = message.type;
  const patient = knownPatient(message, index, pid);
  if (isPlan(patient)) return patient;
  const { from, needsVisit, change } = MOVEMENTS[trigger] ?? NOTICE;
  const found = pv1 && meantVisit(message, index, patient, from, pv1);
  const visit = isPlan(found) ? renumbered(message, index, from) : found;
  if (isPlan(found) && !visit) return found;
  if (!visit || !pv1) return needsVisit ? refused('204', place('PV1', 19), 'unknown visit') : accepted();
  if (trigger === 'A12' && visit.earlierBeds.length === 0) {
    return refused('204', place('PV1', 19), 'the visit has no transfer that could be cancelled');
  }
  return accepted(() => {
    change(visit, pv1);
    const number = visitNumber(message, pv1);
    if (number) index.visits.rename(visit, number);
  });
}

/** A class change or a change of number may give the visit a new number; MRG-5 then carries the old one. */
function renumbered(message: Message, index: RecordIndex, states: readonly VisitState[]): Visit | undefined {
  const [old] = readIdentifiers(message.bytes('MRG-5'), message.delimiters);
  const visit = old && index.visits.byNumber(old);
  return visit && states.includes(visit.state) ? visit : undefined;
}

function bedOf(pv1: Segment): string {
  return owned(pv1.rawText('3') ?? '');
}

function transfer(visit: Visit, pv1: Segment): void {
  visit.earlierBeds.push(visit.bed);
  visit.bed = bedOf(pv1);
}

/** PV1-3 is the bed after the cancel; where it is empty, the one before the transfer. */
function transferBack(visit: Visit, pv1: Segment): void {
  const before = visit.earlierBeds.pop() ?? '';
  visit.bed = bedOf(pv1) || before;
}

function changeClass(visit: Visit, pv1: Segment): void {
  visit.patientClass = pv1.get('2') ?? '';
  visit.bed = bedOf(pv1) || visit.bed;
}

function leave(visit: Visit): void {
  Object.assign(visit, { state: 'void', bed: '' });
}

function swapBeds(message: Message, index: RecordIndex): Plan {
  const visits = message.all('PID').map((pid) => {
    const patient = knownPatient(message, index, pid);
    return isPlan(patient) ? patient : meantVisit(message, index, patient, ['open'], pv1Of(message, pid));
  });
  const [one, other] = visits;
  if (!one || !other || isPlan(one) || isPlan(other)) {
    return refused('204', place('PV1', 19), 'beds can be swapped between open visits only');
  }
  return accepted(() => {
    [one.bed, other.bed] = [other.bed, one.bed];
  });
}

function forget(message: Message, index: RecordIndex): Plan {
  const patient = knownPatient(message, index);
  return isPlan(patient) ? patient : accepted(() => index.patients.forget(patient));
}
