import type { SimulatorTools } from '../../src/endpoint/simulator.js';
import type { Message } from '../../src/hl7/message.js';
import type { Envelope, Version } from '../../src/messages/facts.js';
import type { Provider } from '../../src/population/facts.js';
import { type Echo, withEcho } from '../care/echo.js';
import { replyId } from './acknowledgment.js';
import type { SystemState } from './system-state.js';

/** The header of a message of our own. `about` makes its control id unique: what it says, of which thing, how many before. */
export function ownEnvelope(
  tools: SimulatorTools,
  state: SystemState,
  about: readonly (string | number)[],
  operator?: Provider,
): Envelope {
  const charset = tools.charset ?? state.care.charset;
  return {
    sender: tools.self,
    receiver: tools.peer,
    at: tools.now,
    controlId: tools.mint('control', ...about),
    processingId: tools.processingId,
    version: tools.version,
    ...(charset !== undefined && { charset }),
    ...(operator && { operator }),
  };
}

/** The header of an order-level answer that goes back on the connection: to the sender, in the sender's version. */
export function answerEnvelope(trigger: Message, tools: SimulatorTools, occurrence: number): Envelope {
  const charset = tools.charset ?? trigger.get('MSH-18');
  return {
    sender: tools.self,
    receiver: { application: trigger.rawText('MSH-3') ?? '', facility: trigger.rawText('MSH-4') ?? '' },
    at: tools.now,
    controlId: replyId(trigger, tools, occurrence),
    processingId: tools.processingId,
    version: versionOf(trigger) ?? tools.version,
    ...(charset !== undefined && { charset }),
  };
}

/** What a text may need, the narrower first: ISO 8859-1 keeps bytes that came undeclared, UTF-8 has every character. */
const WIDER = ['8859/1', 'UNICODE UTF-8'];

/**
 * Builds a message with the patient's (and the visit's) fields as the other system wrote them. Where the character set of
 * the envelope lacks a character of the text, it is written in a wider one.
 */
export function write(
  envelope: Envelope,
  state: SystemState,
  build: (envelope: Envelope) => Message,
  visit: Echo = {},
): Message {
  const echo = { ...state.care.echo, ...visit };
  for (const charset of [envelope.charset, ...WIDER]) {
    try {
      return withEcho(build(charset === undefined ? envelope : { ...envelope, charset }), echo);
    } catch {
      // The builder throws where the set lacks a character; the next one has more.
    }
  }
  return withEcho(build(envelope), echo);
}

const BUILT: readonly Version[] = ['2.3', '2.3.1', '2.4', '2.5', '2.5.1'];

function versionOf(trigger: Message): Version | undefined {
  return BUILT.find((version) => version === trigger.get('MSH-12'));
}
