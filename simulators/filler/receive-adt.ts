import type { Effect, SimulatorTools } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import { applyAdt } from '../care/apply-adt.js';
import { findVisit } from '../care/care-record.js';
import { readMerges } from '../care/patient-key.js';
import { surrenders } from '../exchange/merge.js';
import { alert } from '../exchange/note.js';
import type { Handler, Received } from '../exchange/receive.js';
import { illegalTransition, unknownKey } from '../exchange/refusal.js';
import type { SystemState } from '../exchange/system-state.js';
import { readVisitNumber } from '../read/visit.js';
import type { FillerOptions } from './department.js';

const EVENTS = [
  'A01',
  'A02',
  'A03',
  'A04',
  'A05',
  'A06',
  'A07',
  'A08',
  'A11',
  'A12',
  'A13',
  'A28',
  'A31',
  'A38',
  'A40',
];

/** What is still open for a visit, in words: an order, a prescription. */
export type Unfinished<S> = (state: S, visitNumber: string) => readonly string[];

/** The index of patients and visits that every department keeps from ADT. */
export function adtHandlers<S extends SystemState>(
  options: FillerOptions,
  unfinished: Unfinished<S>,
): Readonly<Record<string, Handler<S>>> {
  const handler: Handler<S> = (state, message, tools) => receiveAdt(state, message, tools, options, unfinished);
  return Object.fromEntries(EVENTS.map((event) => [`ADT^${event}`, handler]));
}

function receiveAdt<S extends SystemState>(
  state: S,
  message: Message,
  tools: SimulatorTools,
  options: FillerOptions,
  unfinished: Unfinished<S>,
): Received<S> {
  const event = message.type.trigger;
  if (event === 'A40' && readMerges(message).some(({ survivor, subsumed }) => survivor === subsumed)) {
    return { state, refusal: unknownKey('a record cannot be merged into itself', 'MRG', 1) };
  }
  const result = applyAdt(state.care, message, event, tools.now);
  if (result.kind === 'illegal') {
    const effects = [alert(result.reason)];
    return options.illegalTransitions === 'flag'
      ? { state, effects }
      : { state, refusal: illegalTransition(result.reason), effects };
  }
  const merges = event === 'A40' ? surrenders(message) : [];
  const after = { ...state, care: result.record };
  return { state: after, effects: [...merges, ...loose(after, message, event, unfinished)] };
}

/** A visit that is cancelled while something hangs on it: somebody has to look. */
function loose<S extends SystemState>(
  state: S,
  message: Message,
  event: string,
  unfinished: Unfinished<S>,
): readonly Effect[] {
  const number = event === 'A11' ? findVisit(state.care, readVisitNumber(message))?.visit.number.id : undefined;
  if (number === undefined) return [];
  return unfinished(state, number).map((what) => alert(`visit ${number} was cancelled although ${what}`));
}
