import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Message } from '../hl7/message.js';
import { parseMessage } from '../hl7/parse.js';
import { adtA01 } from '../messages/adt.js';
import { envelopeFor } from './envelope.js';
import { keyOf, newVisit } from './people.js';
import { personUpdate } from './person-update.js';
import type { Session } from './session.js';
import { HarnessError } from './trouble.js';

/** An admission (A01) in the EHR's name as a message at hand, to be sent as it is or altered first. */
export function admission(session: Session): Message {
  const guest = session.cast.guest();
  session.pass();
  guest.visit ??= newVisit(session, guest, 'I');
  return adtA01(envelopeFor(session, 'ehr', keyOf(guest.patient)), { patient: guest.patient, visit: guest.visit });
}

/** Sends a message past the EHR, as it is. */
export async function sendAsEhr(session: Session, message: Message): Promise<LiveExchange> {
  return sendBytes(session, message.serialize());
}

/** Sends any bytes in the EHR's place. */
export async function sendBytes(session: Session, raw: Buffer): Promise<LiveExchange> {
  const parsed = parseMessage(raw);
  const message = parsed.kind === 'message' ? parsed.message : undefined;
  const [exchange] = await session.sent(session.player('ehr').send(raw, message, session.scene));
  if (exchange === undefined) throw new HarnessError('the message was not sent');
  return exchange;
}

/** The same message once more, byte for byte, as a sender does that has missed the acknowledgment. */
export function sendAgain(session: Session): Promise<LiveExchange> {
  return sendBytes(session, session.lastSent.raw);
}

/** An admission with one field changed; an empty value takes the field away. */
export function sendAltered(session: Session, path: string, value: string): Promise<LiveExchange> {
  return sendAsEhr(session, admission(session).withRaw(path, value));
}

/** An admission without its segments of that name. */
export function sendWithout(session: Session, segment: string): Promise<LiveExchange> {
  return sendAsEhr(
    session,
    admission(session).withSegments((lines) => lines.filter((line) => !line.startsWith(segment))),
  );
}

/** An admission with one more segment behind the others, given as a line. */
export function sendWithSegment(session: Session, line: string): Promise<LiveExchange> {
  return sendAsEhr(
    session,
    admission(session).withSegments((lines) => [...lines, line]),
  );
}

/** An admission with other delimiters than those that everybody uses. */
export function sendDelimitedBy(session: Session, delimiters: string): Promise<LiveExchange> {
  const [field = '', component = '', repetition = '', escapeCharacter = '', subcomponent = ''] = delimiters;
  const swap: Readonly<Record<string, string>> = {
    '|': field,
    '^': component,
    '~': repetition,
    '\\': escapeCharacter,
    '&': subcomponent,
  };
  const text = admission(session).serialize().toString('latin1');
  return sendBytes(
    session,
    Buffer.from(
      text.replace(/[|^~\\&]/g, (character) => swap[character] ?? character),
      'latin1',
    ),
  );
}

/** Several updates of the patient, all on their way before the first is answered. */
export async function sendManyAtOnce(session: Session, count: number): Promise<void> {
  const player = session.player('ehr');
  const posted = Array.from({ length: count }, () => {
    session.pass();
    const message = personUpdate(session, session.cast.guest().patient);
    return player.send(message.serialize(), message, session.scene);
  });
  await session.sent(posted.flat());
}
