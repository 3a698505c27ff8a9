import type { Effect, SimulatorTools } from '../../src/endpoint/simulator.js';
import { encodingCharacters } from '../../src/hl7/delimiters.js';
import type { Message } from '../../src/hl7/message.js';
import { parseMessage } from '../../src/hl7/parse.js';
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
  const named = copied(trigger, 'MSH-3', copied(trigger, 'MSH-4', answer, 'MSH-6'), 'MSH-5');
  return echoingId(named, trigger);
}

function echoingId(answer: Message, trigger: Message): Message {
  return copied(trigger, 'MSH-10', answer, 'MSA-2');
}

/** The bytes of a field of the trigger in a field of the answer, whatever the character sets of the two. */
function copied(trigger: Message, from: string, answer: Message, to: string): Message {
  const marked = answer.withRaw(to, 'X');
  const place = marked.locate(to);
  const isPlain = encodingCharacters(trigger.delimiters) === encodingCharacters(answer.delimiters);
  if (!isPlain || place === undefined) {
    return answer.withRaw(to, restate(trigger.rawText(from) ?? '', trigger.delimiters, answer.delimiters));
  }
  const bytes = trigger.bytes(from) ?? Buffer.alloc(0);
  const { raw } = marked;
  const spliced = Buffer.concat([raw.subarray(0, place.offset), bytes, raw.subarray(place.offset + place.length)]);
  const parsed = parseMessage(spliced);
  return parsed.kind === 'message' ? parsed.message : answer;
}
