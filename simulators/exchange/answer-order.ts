import type { Effect, SimulatorTools } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import type { AnswerTo, Envelope } from '../../src/messages/facts.js';
import { restate } from '../care/echo.js';
import { answerEnvelope, ownEnvelope, write } from './envelope.js';
import type { Received } from './receive.js';
import { timesSeen } from './seen.js';
import type { SystemState } from './system-state.js';

/** Builds the answer; the header and MSA are given. */
export type BuildAnswer = (envelope: Envelope, answers: AnswerTo) => Message;

/**
 * Answers an order message at the level of its orders: on the connection, or as a message of its own after a plain
 * acknowledgment. MSA-1 is AA even when an order is refused: the message was understood.
 */
export function answering<S extends SystemState>(
  state: S,
  trigger: Message,
  tools: SimulatorTools,
  build: BuildAnswer,
  effects: readonly Effect[] = [],
): Received<S> {
  const answers: AnswerTo = { controlId: trigger.controlId, code: 'AA' };
  if (tools.orderAnswer === 'same-connection') {
    const envelope = answerEnvelope(trigger, tools, timesSeen(state.seen, trigger));
    const reply = write(envelope, state, (header) => echoingHeader(build(header, answers), trigger));
    return { state, reply, effects };
  }
  const envelope = ownEnvelope(tools, state, ['answer', trigger.get('MSH-3') ?? '', trigger.controlId]);
  const message = write(envelope, state, (header) => echoingId(build(header, answers), trigger));
  return { state, effects: [{ kind: 'send', message }, ...effects] };
}

/** MSA-2 is MSH-10 byte for byte; MSH-5 and 6 are the sender's MSH-3 and 4 with all their components. */
function echoingHeader(answer: Message, trigger: Message): Message {
  const echoed = echoingId(answer, trigger);
  return echoed
    .withRaw('MSH-5', verbatim(trigger, 'MSH-3', answer))
    .withRaw('MSH-6', verbatim(trigger, 'MSH-4', answer));
}

function echoingId(answer: Message, trigger: Message): Message {
  return answer.withRaw('MSA-2', verbatim(trigger, 'MSH-10', answer));
}

function verbatim(trigger: Message, path: string, answer: Message): string {
  return restate(trigger.rawText(path) ?? '', trigger.delimiters, answer.delimiters);
}
