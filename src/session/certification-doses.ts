import { AssertionError } from 'node:assert';
import type { LiveExchange } from '../endpoint/live-exchange.js';
import { describeError, expectAcknowledgment, expectReply } from './acknowledged.js';
import { arrivals } from './arrival.js';
import type { Session } from './session.js';
import { waitFor } from './waiting.js';

/** The pharmacy's answer to a dose: on the connection, or in a message of its own. */
const ANSWERS = ['RRA^O18', 'RRA^O02'];

interface Answer {
  /** ORC-1. */
  readonly control: string;
  /** ERR, or ORC-16. */
  readonly hasReason: boolean;
}

function answersTo(session: Session, { message: sent }: LiveExchange): readonly Answer[] {
  const where = (message: { get(path: string): string | undefined }) => message.get('MSA-2') === sent?.controlId;
  return arrivals(session, {
    at: 'ehr',
    types: ANSWERS,
    replies: true,
    where,
    description: 'the answer to the dose',
  }).flatMap(({ message }) =>
    message.all('ORC').map((orc) => ({
      control: orc.get('1') ?? '',
      hasReason:
        (orc.rawText('16') ?? '') !== '' || message.first('ERR') !== undefined || message.first('NTE') !== undefined,
    })),
  );
}

/** The message is acknowledged as accepted, and where the pharmacy answers for the dose itself, it does not refuse it. */
export async function expectDoseAccepted(session: Session, sent: LiveExchange): Promise<void> {
  await expectAcknowledgment(session, sent, { codes: ['AA', 'CA'] });
  if (answersTo(session, sent).every(({ control }) => control !== 'UA')) return;
  throw new AssertionError({ message: 'the dose is refused\n  ORC-1: expected OK or no answer of its own, actual UA' });
}

/** A negative acknowledgment with an error, or UA with a reason. */
export async function expectDoseRefused(session: Session, sent: LiveExchange): Promise<void> {
  const { code, acknowledgment } = await expectReply(session, sent);
  const errors = acknowledgment?.errors ?? [];
  if ((code === 'AE' || code === 'AR') && errors.length > 0) return;
  const { book, timer, expectationMs } = session.stage;
  const isRefusal = ({ control, hasReason }: Answer): boolean => control === 'UA' && hasReason;
  if (await waitFor(book, timer, expectationMs, () => answersTo(session, sent).find(isRefusal))) return;
  const said = answersTo(session, sent).map(({ control }) => control);
  throw new AssertionError({
    message: `the dose is not refused\n  expected an error, or UA with a reason, actual ${[code, ...errors.map(describeError), ...said].join(', ')}`,
  });
}
