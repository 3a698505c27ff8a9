import { Then } from '@cucumber/cucumber';
import { expectAcknowledgment, expectNoReply } from '../src/session/acknowledged.js';
import { sessionOf } from '../src/session/open-session.js';

/** MSA-1 of the reply to the last message sent. */
Then('the message is acknowledged as {acknowledgment}', async function (codes: readonly string[]) {
  const session = sessionOf(this);
  await expectAcknowledgment(session, session.lastSent, { codes });
});

/** The same, with a time that counts from the step. */
Then(
  'the message is acknowledged as {acknowledgment} within {duration}',
  async function (codes: readonly string[], withinMs: number) {
    const session = sessionOf(this);
    await expectAcknowledgment(session, session.lastSent, { codes }, withinMs);
  },
);

/** MSA-1 with the error of table 0357 in ERR: `is in error with 204`. */
Then(
  'the message is acknowledged as {acknowledgment} with error {int}',
  async function (codes: readonly string[], error: number) {
    const session = sessionOf(this);
    await expectAcknowledgment(session, session.lastSent, { codes, error: String(error) });
  },
);

/** The error must point at the field that is wrong (ERR-2, ERR-1 before 2.5). */
Then(
  'the message is acknowledged as {acknowledgment} with error {int} at {field path}',
  async function (codes: readonly string[], error: number, location: string) {
    const session = sessionOf(this);
    await expectAcknowledgment(session, session.lastSent, { codes, error: String(error), location });
  },
);

/** Silence is what is right here. */
Then('no acknowledgment arrives within {duration}', async function (withinMs: number) {
  const session = sessionOf(this);
  await expectNoReply(session, session.lastSent, withinMs);
});
