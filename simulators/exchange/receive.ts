import type { Effect, SimulatorTools, Step } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import { generalAcknowledgment, replyId } from './acknowledgment.js';
import { alert, info } from './note.js';
import { checkProtocol } from './protocol.js';
import { type Refusal, refusal, unknownKey } from './refusal.js';
import { type Recurrence, recurrence, remember, timesSeen } from './seen.js';
import type { SystemState } from './system-state.js';

/** What a handler makes of a message. */
export interface Received<S> {
  readonly state: S;
  /** The message as a whole is refused. */
  readonly refusal?: Refusal;
  /** An order-level answer in the place of the general acknowledgment. */
  readonly reply?: Message;
  /** Everything but the reply. */
  readonly effects?: readonly Effect[];
}

export type Handler<S> = (state: S, message: Message, tools: SimulatorTools) => Received<S>;

export interface Intake<S> {
  /** By message code and event: `ADT^A01`. */
  readonly handlers: Readonly<Record<string, Handler<S>>>;
  /** Messages that may name no patient: they are found by their order numbers. */
  readonly withoutPatient?: ReadonlySet<string>;
  /** What happens to a message for a record number that was merged away. */
  readonly mergedNumbers: 'refuse' | 'redirect';
}

/** Answers a message exactly once: protocol checks, duplicates and merged numbers come before the handler. */
export function receive<S extends SystemState>(
  state: S,
  message: Message,
  tools: SimulatorTools,
  intake: Intake<S>,
): Step<S> {
  const rejected =
    checkProtocol(message, new Set(Object.keys(intake.handlers)), tools) ?? checkPatient(message, state, intake);
  if (rejected !== undefined) return answered(state, message, tools, { state, refusal: rejected });
  const before = recurrence(state.seen, message);
  if (before.kind === 'duplicate') return answeredAgain(state, message, tools, before);
  const outcome = handle(state, message, tools, intake);
  const note: readonly Effect[] =
    before.kind === 'reused-id' ? [alert(`control id ${message.controlId} came before with other content`)] : [];
  return answered(state, message, tools, { ...outcome, effects: [...note, ...(outcome.effects ?? [])] });
}

function checkPatient<S extends SystemState>(message: Message, state: S, intake: Intake<S>): Refusal | undefined {
  if (state.key !== '' && message.first('PID') !== undefined) return undefined;
  if (intake.withoutPatient?.has(`${message.type.code}^${message.type.trigger}`)) return undefined;
  const location = { segment: 'PID', sequence: 1 };
  if (message.first('PID') === undefined) return refusal('100', 'PID is required', location);
  return refusal('101', 'PID-3 is required', { ...location, field: 3 });
}

/** Hands the message to its handler, or on to the key that this one leads to. */
export function handle<S extends SystemState>(
  state: S,
  message: Message,
  tools: SimulatorTools,
  intake: Intake<S>,
): Received<S> {
  const { code, trigger } = message.type;
  if (state.route !== undefined) return { state, effects: [redirect(state.route, message)] };
  const survivor = state.care.mergedInto;
  if (survivor === undefined) return intake.handlers[`${code}^${trigger}`]?.(state, message, tools) ?? { state };
  const text = `record ${state.key} was merged into ${survivor}`;
  if (intake.mergedNumbers === 'refuse') return { state, refusal: unknownKey(text, 'PID', 3), effects: [alert(text)] };
  return { state, effects: [alert(text), redirect(survivor, message)] };
}

function redirect(key: string, message: Message): Effect {
  return { kind: 'schedule', name: 'redirected', afterMs: 0, key, data: { kind: 'redirected', message } };
}

function answered<S extends SystemState>(
  state: S,
  message: Message,
  tools: SimulatorTools,
  outcome: Received<S>,
): Step<S> {
  const occurrence = timesSeen(state.seen, message);
  const reply = outcome.reply ?? generalAcknowledgment(message, tools, occurrence, outcome.refusal);
  return {
    state: { ...outcome.state, seen: remember(state.seen, message, reply, outcome.refusal !== undefined) },
    effects: [{ kind: 'reply', message: reply }, ...(outcome.effects ?? [])],
  };
}

/** The earlier answer under a control id of its own; nothing else happens. */
function answeredAgain<S extends SystemState>(
  state: S,
  message: Message,
  tools: SimulatorTools,
  before: Extract<Recurrence, { readonly kind: 'duplicate' | 'reused-id' }>,
): Step<S> {
  const reply = before.seen.reply.with('MSH-10', replyId(message, tools, before.seen.times));
  return {
    state: { ...state, seen: remember(state.seen, message, before.seen.reply, false) },
    effects: [
      { kind: 'reply', message: reply },
      info(`${message.controlId} came again; answered without a second effect`),
    ],
  };
}
