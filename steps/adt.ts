import { Given, When } from '@cucumber/cucumber';
import { sessionOf } from '../src/session/open-session.js';
import { accepted, admit, discharge, transfer } from '../src/session/registration.js';

/** A01; the bed as point of care, room and bed: `ICU^101^A`. */
When('the EHR admits the patient to {string}', async function (bed: string) {
  await admit(sessionOf(this), bed);
});

/** A01 that has been accepted. */
Given('the EHR has admitted the patient to {string}', async function (bed: string) {
  const session = sessionOf(this);
  await accepted(session, await admit(session, bed));
});

/** A02. */
When('the EHR transfers the patient to {string}', async function (bed: string) {
  await transfer(sessionOf(this), bed);
});

/** A03. */
When('the EHR discharges the patient', async function () {
  await discharge(sessionOf(this));
});
