import { Given, Then, When } from '@cucumber/cucumber';
import { suffer } from '../src/session/link-trouble.js';
import { sessionOf } from '../src/session/open-session.js';
import * as doses from '../src/session/pharmacy-doses.js';
import { given } from '../src/session/pharmacy-progress.js';
import { expectAmount, expectCounted, expectDoseTold } from '../src/session/pharmacy-view.js';
import type { DoseAmount, DoseOutcome } from '../src/session/pharmacy-words.js';

/** RAS^O17 with RXA-20 CP and RXA-21 A. */
When('the nurse gives the dose', async function () {
  const session = sessionOf(this);
  await doses.recordDose(session, session.cast.order(), 'given');
});

/** The same, and the pharmacy has it. */
Given('the nurse has given the dose', async function () {
  const session = sessionOf(this);
  await given(session, session.cast.order());
});

/** RXA-20 PA. */
When('the nurse gives only {dose} of the dose', async function (dose: DoseAmount) {
  const session = sessionOf(this);
  await doses.givePart(session, session.cast.order(), dose);
});

/** RXA-20 RE with the reason in RXA-18. */
When('the nurse records that the patient refused the dose because of {string}', async function (reason: string) {
  const session = sessionOf(this);
  await doses.recordDose(session, session.cast.order(), 'refused', { reason });
});

/** RXA-20 NA with the reason in the notes (RXA-9): any value in RXA-18 would mean a refusal. */
When('the nurse records that the dose was missed because of {string}', async function (reason: string) {
  const session = sessionOf(this);
  await doses.recordDose(session, session.cast.order(), 'not-done', { reason });
});

/** A dose on a prescription that is held or stopped, as a ward records it that has not heard of it. */
When('the nurse gives the dose all the same', async function () {
  const session = sessionOf(this);
  await doses.recordDose(session, session.cast.order(), 'given', { force: true });
});

/** RXA-3 lies so far back. */
When('the nurse records late that the dose was given {duration} ago', async function (agoMs: number) {
  const session = sessionOf(this);
  await doses.recordLate(session, session.cast.order(), agoMs);
});

/** RXA-21 U under the same RXA-2. */
When('the nurse corrects the dose to {dose}', async function (dose: DoseAmount) {
  const session = sessionOf(this);
  await doses.correctAmount(session, session.cast.order(), dose);
});

/** RXA-21 U under an RXA-2 that nobody has heard of. */
When('the nurse corrects a dose that was never recorded', async function () {
  const session = sessionOf(this);
  await doses.correctUnknown(session, session.cast.order());
});

/** RXA-21 D under the same RXA-2. */
When('the nurse takes the record of the dose back', async function () {
  const session = sessionOf(this);
  await doses.takeBack(session, session.cast.order());
});

/** The same RXA-2 in a message of its own, as after a double entry. */
When('the nurse records the same dose once more', async function () {
  await doses.recordAgain(sessionOf(this));
});

/** Under an order number that no system has given. */
When('the nurse records a dose of {string} that nobody has prescribed', async function (name: string) {
  await doses.recordUnprescribed(sessionOf(this), name);
});

/** The system under test has taken the dose (RAS), and its answer gets lost with the connection. */
Given('the acknowledgment of the next dose gets lost', async function () {
  await suffer(sessionOf(this), 'ehr', 'reset-before-ack:type=RAS^O17');
});

/** RXA-20 and RXA-21 of the RAS^O17 that reaches the pharmacy; RXA-18 is valued for a refusal alone. */
Then('the pharmacy is told the dose was {dose outcome}', async function (outcome: DoseOutcome) {
  const session = sessionOf(this);
  await expectDoseTold(session, session.cast.order(), outcome);
});

/** The same with the reason: RXA-18 of a refusal, RXA-9 of a missed dose. */
Then(
  'the pharmacy is told the dose was {dose outcome} with the reason {string}',
  async function (outcome: DoseOutcome, reason: string) {
    const session = sessionOf(this);
    await expectDoseTold(session, session.cast.order(), outcome, reason);
  },
);

/** At the pharmacy, one for each filler number and RXA-2, shown by something later that has arrived. */
Then('{int} administration(s) is/are counted', async function (count: number) {
  const session = sessionOf(this);
  await expectCounted(session, session.cast.order(), count);
});

/** Neither refused nor missed nor deleted doses count. */
Then('no administration is counted', async function () {
  const session = sessionOf(this);
  await expectCounted(session, session.cast.order(), 0);
});

/** RXA-6 and RXA-7 of the last dose, as the pharmacy counts it. */
Then('the amount counted for the dose is {dose}', async function (dose: DoseAmount) {
  const session = sessionOf(this);
  await expectAmount(session, session.cast.order(), dose);
});
