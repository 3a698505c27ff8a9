import { Then, When } from '@cucumber/cucumber';
import { expectAcknowledgment, expectNoReply } from '../src/session/acknowledged.js';
import { expectAcknowledgedOnce, expectNotAccepted } from '../src/session/acknowledged-once.js';
import { expectWellFormedAcknowledgments } from '../src/session/acknowledgment-form.js';
import { expectStage, type Occasion, sendAsking } from '../src/session/enhanced-mode.js';
import { sessionOf } from '../src/session/open-session.js';
import * as protocols from '../src/session/protocols.js';
import * as unusual from '../src/session/unusual.js';
import type { Role } from '../src/session/words.js';

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

/** MSA-2, MSH-5/6, MSH-10 and MSH-11 of the reply. */
Then('the acknowledgment is well formed', async function () {
  await expectWellFormedAcknowledgments(sessionOf(this), 1);
});

/** The same for several, whose ids must differ. */
Then('the last {int} acknowledgments are well formed, each with an id of its own', async function (count: number) {
  await expectWellFormedAcknowledgments(sessionOf(this), count);
});

/** One acknowledgment for each, neither fewer nor more, when something later has been acknowledged on the same link. */
Then('each of the last {int} messages is acknowledged once', async function (count: number) {
  await expectAcknowledgedOnce(sessionOf(this), count);
});

/** A refusal is right, and so is silence; AA and CA are not, whatever message they name. */
Then('the message is not accepted', async function () {
  await expectNotAccepted(sessionOf(this).lastSent);
});

/** An admission (A01) as a careless system would send it: the field holds the text as it stands, delimiters included. */
When('the EHR sends an admission with {field path} {string}', async function (path: string, value: string) {
  await unusual.sendAltered(sessionOf(this), path, value);
});

/** The field is there, with nothing in it. */
When('the EHR sends an admission without {field path}', async function (path: string) {
  await unusual.sendAltered(sessionOf(this), path, '');
});

/** Every segment of that name is left out. */
When('the EHR sends an admission without the segment {word}', async function (segment: string) {
  await unusual.sendWithout(sessionOf(this), segment);
});

/** A line behind the last segment. */
When('the EHR sends an admission with the segment {string}', async function (line: string) {
  await unusual.sendWithSegment(sessionOf(this), line);
});

/** MSH-1 and MSH-2, in their order. */
When('the EHR sends an admission with the delimiters {string}', async function (delimiters: string) {
  await unusual.sendDelimitedBy(sessionOf(this), delimiters);
});

/** MSH-15 and MSH-16 as given, empty where nothing is between the quotes; what they ask for must be answered, and nothing else. */
When(
  'the EHR sends {occasion} with MSH-15 {string} and MSH-16 {string}',
  async function (occasion: Occasion, accept: string, application: string) {
    await sendAsking(sessionOf(this), occasion, accept, application);
  },
);

/** `CA`, `CE`, `CR`, or `none`. */
Then('its accept acknowledgment is {word}', async function (expected: string) {
  const session = sessionOf(this);
  await expectStage(session, session.lastSent, 'accept', expected);
});

/** `AA`, `AE`, `AR`, or `none`; on whatever connection it comes. */
Then('its application acknowledgment is {word}', async function (expected: string) {
  const session = sessionOf(this);
  await expectStage(session, session.lastSent, 'application', expected);
});

/** An admission (A01) as it should be, past the EHR's own record. */
When('the EHR sends an admission', async function () {
  const session = sessionOf(this);
  await unusual.sendAsEhr(session, unusual.admission(session));
});

/** Sequence number protocol: a header with MSH-13 -1. */
When('the EHR begins its sequence anew', async function () {
  await protocols.sendSequenceControl(sessionOf(this), -1);
});

/** A header with MSH-13 0. */
When('the EHR asks which number is expected', async function () {
  await protocols.sendSequenceControl(sessionOf(this), 0);
});

/** An update (A31) with that number in MSH-13. */
When('the EHR sends number {int} of its sequence', async function (number: number) {
  await protocols.sendNumbered(sessionOf(this), number);
});

/** MSA-4. */
Then('the acknowledgment says number {int}', async function (number: number) {
  const session = sessionOf(this);
  await protocols.expectNumber(session, session.lastSent, number);
});

/** AE (CE in enhanced mode), and MSA-4 says which number should have come. */
Then('the message is out of sequence, and number {int} is expected', async function (number: number) {
  const session = sessionOf(this);
  await protocols.expectOutOfSequence(session, session.lastSent, number);
});

/** Updates (A31) between BHS and BTS, in one frame. */
When('the EHR sends {int} updates as one batch', async function (count: number) {
  await protocols.sendAsBatch(sessionOf(this), count);
});

/** Each by an MSA segment of its own. */
Then(
  'each of the last {int} messages is acknowledged as {acknowledgment}',
  async function (count: number, codes: readonly string[]) {
    const session = sessionOf(this);
    await protocols.expectEachAcknowledged(session, session.sentLately(count), { codes });
  },
);

/** DSC and MSH-14: each part is a message of its own, cut between segments. */
When('the EHR sends an update in parts of {int} bytes', async function (bytes: number) {
  await protocols.sendInParts(sessionOf(this), bytes);
});

/** Under the control id of the first part. */
Then('the parts reach the {system} as one message', async function (at: Role) {
  await protocols.expectJoined(sessionOf(this), at);
});
