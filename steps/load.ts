import { Then, When } from '@cucumber/cucumber';
import { admitMany, expectAcknowledgedWithin, expectNothingLost } from '../src/session/load.js';
import { sessionOf } from '../src/session/open-session.js';

/**
 * A01 for each patient, over connections of its own, whatever the answers; a rate is real time, and so are the answers. A time
 * scale shortens the duration, but never below 200 patients.
 */
When('the EHR admits {int} patients a second for {duration}', async function (rate: number, durationMs: number) {
  await admitMany(sessionOf(this), 'admission', rate, durationMs);
});

/** A01, A02 and A03 of each patient, one after the other, each when the last was accepted. */
When(
  'the EHR admits, transfers and discharges {int} patients a second for {duration}',
  async function (rate: number, durationMs: number) {
    await admitMany(sessionOf(this), 'stay', rate, durationMs);
  },
);

/** Accepted (AA or CA), counted from the instant at which each was to be sent, in real time. */
Then('{int}% are acknowledged within {duration}', async function (percent: number, limitMs: number) {
  await expectAcknowledgedWithin(sessionOf(this), percent, limitMs);
});

/** Whatever was accepted comes out once, and the messages of a patient in their order: those of a load at each department, unchanged; without a load those of the scenario. */
Then('no message is lost, doubled or reordered', async function () {
  await expectNothingLost(sessionOf(this));
});
