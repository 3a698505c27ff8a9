import { mint } from '../base/mint.js';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import type { Message } from '../hl7/message.js';
import { formatTimestamp } from '../hl7/timestamp.js';
import type { Session } from './session.js';
import { HarnessError } from './trouble.js';

/** The last result that the laboratory sent, once more, byte for byte, as after an acknowledgment that got lost. */
export function sendResultAgain(session: Session): Promise<LiveExchange> {
  return send(session, lastResult(session));
}

/** The last result as a new message about somebody else; the visit, which would give the mistake away, is left out. */
export function sendResultFor(session: Session, who: string): Promise<LiveExchange> {
  const [number] = session.cast.guest(who).patient.identifiers;
  if (number === undefined) throw new HarnessError(`"${who}" has no record number`);
  const { id, authority, type } = number;
  const strayed = renewed(session, lastResult(session)).withRaw('PID-3', `${id}^^^${authority}^${type}`);
  return send(
    session,
    strayed.withSegments((lines) => lines.filter((line) => !/^PV[12]/.test(line))),
  );
}

/** The last result as a new message with one more segment behind the others, given as a line. */
export function sendResultWithSegment(session: Session, line: string): Promise<LiveExchange> {
  return send(
    session,
    renewed(session, lastResult(session)).withSegments((lines) => [...lines, line]),
  );
}

function lastResult(session: Session): Message {
  const sent = session.exchanges.findLast(
    ({ role, direction, message }) => role === 'lis' && direction === 'sent' && message?.type.code === 'ORU',
  );
  if (sent?.message === undefined) throw new HarnessError('the laboratory has sent no result yet');
  return sent.message;
}

/** A control id and a time of its own make it another message. */
function renewed(session: Session, message: Message): Message {
  const at = session.pass();
  const controlId = mint('X', 13, ...session.scene.key, 'lis', 'again', session.cast.next());
  session.scene.claim(controlId);
  return message.with('MSH-7', formatTimestamp(at)).with('MSH-10', controlId);
}

async function send(session: Session, message: Message): Promise<LiveExchange> {
  const [exchange] = await session.sent(session.player('lis').send(message.serialize(), message, session.scene));
  if (exchange === undefined) throw new HarnessError('the result was not sent');
  return exchange;
}
