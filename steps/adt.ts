import { Given, Then, When } from '@cucumber/cucumber';
import { dischargeUnannounced, expectRefusedOrRedirected, updateUnderOldNumber } from '../src/session/identity.js';
import { sessionOf } from '../src/session/open-session.js';
import * as registration from '../src/session/registration.js';
import { expectKnown, expectVisit } from '../src/session/visit-view.js';
import type { Role } from '../src/session/words.js';

/** A01; the bed as point of care, room and bed: `ICU^101^A`. */
When('the EHR admits the patient to {string}', async function (bed: string) {
  await registration.admit(sessionOf(this), bed);
});

/** A01 that has been accepted. */
Given('the EHR has admitted the patient to {string}', async function (bed: string) {
  const session = sessionOf(this);
  await registration.accepted(session, registration.admit(session, bed));
});

/** A01 that begins a planned visit, under the number that the visit has. */
When('the EHR admits the patient to {string} as planned', async function (bed: string) {
  await registration.admitAsPlanned(sessionOf(this), bed);
});

/** A11. */
When('the EHR cancels the admission', async function () {
  await registration.visitEvent(sessionOf(this), 'cancel-admit');
});

/** A05. */
When('the EHR plans an admission', async function () {
  await registration.preAdmit(sessionOf(this));
});

/** A05 that has been accepted. */
Given('the EHR has planned an admission', async function () {
  const session = sessionOf(this);
  await registration.accepted(session, registration.preAdmit(session));
});

/** A38. */
When('the EHR cancels the planned admission', async function () {
  await registration.visitEvent(sessionOf(this), 'cancel-pre-admit');
});

/** A04 with patient class O. */
When('the EHR registers the patient as an outpatient', async function () {
  await registration.register(sessionOf(this), 'O');
});

/** A04 with patient class O that has been accepted. */
Given('the EHR has registered the patient as an outpatient', async function () {
  const session = sessionOf(this);
  await registration.accepted(session, registration.register(session, 'O'));
});

/** A04 with patient class E. */
When('the EHR registers the patient as an emergency', async function () {
  await registration.register(sessionOf(this), 'E');
});

/** A28: a person without a visit. */
When('the EHR adds the person', async function () {
  await registration.addPerson(sessionOf(this));
});

/** A28 that has been accepted. */
Given('the EHR has added the person', async function () {
  const session = sessionOf(this);
  await registration.accepted(session, registration.addPerson(session));
});

/** A02. */
When('the EHR transfers the patient to {string}', async function (bed: string) {
  await registration.transfer(sessionOf(this), bed);
});

/** A02 that has been accepted. */
Given('the EHR has transferred the patient to {string}', async function (bed: string) {
  const session = sessionOf(this);
  await registration.accepted(session, registration.transfer(session, bed));
});

/** A12. */
When('the EHR cancels the transfer', async function () {
  await registration.visitEvent(sessionOf(this), 'cancel-transfer');
});

/** A03. */
When('the EHR discharges the patient', async function () {
  await registration.visitEvent(sessionOf(this), 'discharge');
});

/** A03 that has been accepted. */
Given('the EHR has discharged the patient', async function () {
  const session = sessionOf(this);
  await registration.accepted(session, registration.visitEvent(session, 'discharge'));
});

/** A13. */
When('the EHR cancels the discharge', async function () {
  await registration.visitEvent(sessionOf(this), 'cancel-discharge');
});

/** A13, A12 or A03 for a visit that is not in that state, as a faulty or out-of-step EHR sends it. */
When(
  'the EHR sends a(n) {visit event} that does not fit the visit',
  async function (kind: registration.PlainVisitEvent) {
    await registration.visitEvent(sessionOf(this), kind, true);
  },
);

/** A06. */
When('the EHR makes the patient an inpatient in {string}', async function (bed: string) {
  await registration.changeClass(sessionOf(this), 'I', bed);
});

/** A06 that gives up the visit number; it travels in MRG-5. */
When('the EHR makes the patient an inpatient in {string} under a new visit number', async function (bed: string) {
  await registration.changeClass(sessionOf(this), 'I', bed, true);
});

/** A07. */
When('the EHR makes the patient an outpatient', async function () {
  await registration.changeClass(sessionOf(this), 'O');
});

/** A08, or A31 for a person without a visit. */
When('the EHR changes the telephone number to {string}', async function (phone: string) {
  await registration.update(sessionOf(this), { phone });
});

/** A08 or A31 with `""` in the field or in the first field of the segment. */
When('the EHR takes away the {erasable fact}', async function (fact: registration.Erasable) {
  await registration.update(sessionOf(this), {}, [fact]);
});

/** A40: the record named last survives. */
When('the EHR merges the {string} into the {string}', async function (subsumed: string, survivor: string) {
  await registration.merge(sessionOf(this), survivor, subsumed);
});

/** A40 that has been accepted. */
Given('the EHR has merged the {string} into the {string}', async function (subsumed: string, survivor: string) {
  const session = sessionOf(this);
  await registration.accepted(session, registration.merge(session, survivor, subsumed));
});

/** What the system under test has told it. */
Then('the {system} sees the visit {visit status}', async function (at: Role, status) {
  await expectVisit(sessionOf(this), at, { status });
});

/** The same with the bed. */
Then('the {system} sees the visit {visit status} in {string}', async function (at: Role, status, bed: string) {
  await expectVisit(sessionOf(this), at, { status, bed });
});

/** PID-13 as the system knows it now. */
Then('the {system} knows the telephone number {string}', async function (at: Role, phone: string) {
  await expectKnown(sessionOf(this), at, `the telephone number is ${phone}`, (patient) => patient?.phone === phone);
});

/** PID-13 was deleted. */
Then('the {system} knows no telephone number', async function (at: Role) {
  await expectKnown(
    sessionOf(this),
    at,
    'there is no telephone number',
    (patient) => patient !== undefined && !patient.phone,
  );
});

/** A28 of another person than the patient. */
Given('the EHR has added the {string}', async function (who: string) {
  const session = sessionOf(this);
  await registration.accepted(session, registration.addPerson(session, who));
});

/** A31 under a number that was merged away, past the EHR's own rules. */
When('a message for the {string} still comes from the EHR', async function (who: string) {
  await updateUnderOldNumber(sessionOf(this), who);
});

/** Never under the number that was given up. */
Then(
  'the {system} gets it only under the number of the {string}, if at all',
  async function (at: Role, survivor: string) {
    await expectRefusedOrRedirected(sessionOf(this), at, survivor);
  },
);

/** A03 of a visit that no other system has heard of. */
When('the EHR discharges a patient of whom it has told nobody', async function () {
  await dischargeUnannounced(sessionOf(this));
});
