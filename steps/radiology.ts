import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { suffer } from '../src/session/link-trouble.js';
import { sessionOf } from '../src/session/open-session.js';
import { fromNow, placed, placeOrder } from '../src/session/ordering.js';
import * as radiology from '../src/session/radiology.js';
import { expectAccession, expectAccessionAndStudy } from '../src/session/radiology-numbers.js';
import { examine } from '../src/session/radiology-progress.js';
import * as view from '../src/session/radiology-view.js';
import type { AppointmentStanding, ImagingProgress } from '../src/session/radiology-words.js';
import { dialectOf, type Priority } from '../src/session/words.js';

/** ORM^O01 NW with OBR-24 RAD; any name that a ward uses: `Chest X-ray`, `CT head`, `MR brain`. */
When('the EHR places the imaging order {string}', async function (name: string) {
  await placeOrder(sessionOf(this), 'imaging', name);
});

/** With the clinical question (OBR-31). */
When('the EHR places the imaging order {string} because of {string}', async function (name: string, reason: string) {
  await placeOrder(sessionOf(this), 'imaging', name, { reasonForStudy: reason });
});

/** The priority stands in ORC-7 and OBR-27, in TQ1-9 where the message has TQ1. */
When('the EHR places the {priority} imaging order {string}', async function (priority: Priority, name: string) {
  await placeOrder(sessionOf(this), 'imaging', name, { priority });
});

/** A timed order: the start counts from now. */
When('the EHR places the imaging order {string} to be done in {duration}', async function (name: string, ms: number) {
  const session = sessionOf(this);
  await placeOrder(session, 'imaging', name, { priority: 'T', startAt: fromNow(session, ms) });
});

/** By ORM^O01 or OMG^O19. */
When('the EHR places the imaging order {string} by an {message type}', async function (name: string, type: string) {
  await placeOrder(sessionOf(this), 'imaging', name, { dialect: dialectOf(type) });
});

/** A local code that is in no catalogue. */
When(
  'the EHR places the imaging order {string}, which the radiology department does not offer',
  async function (name: string) {
    await placeOrder(sessionOf(this), 'imaging', name, { unlisted: true, section: 'RAD' });
  },
);

/** It has been accepted, and the EHR has heard so. */
Given('the EHR has placed the imaging order {string}', async function (name: string) {
  await placed(sessionOf(this), 'imaging', name);
});

/** The same by ORM^O01 or OMG^O19. */
Given(
  'the EHR has placed the imaging order {string} by an {message type}',
  async function (name: string, type: string) {
    await placed(sessionOf(this), 'imaging', name, { dialect: dialectOf(type) });
  },
);

/** So far and no further, each stage before it included: `scheduled the examination`, `signed the report`. The EHR knows it. */
Given('the radiology department has {imaging progress}', async function (progress: ImagingProgress) {
  const session = sessionOf(this);
  await examine(session, session.cast.order(), progress);
});

/** SC with ORC-5 SC, OBR-25 S and the time in OBR-36. */
When('the radiology department schedules the examination in {duration}', async function (inMs: number) {
  const session = sessionOf(this);
  await radiology.schedule(session, session.cast.order(), inMs);
});

/** The same with an appointment (SIU^S12). */
When('the radiology department books an appointment in {duration}', async function (inMs: number) {
  const session = sessionOf(this);
  await radiology.schedule(session, session.cast.order(), inMs, true);
});

/** The same, and the EHR shows it. */
Given('the radiology department has booked an appointment in {duration}', async function (inMs: number) {
  const session = sessionOf(this);
  await radiology.schedule(session, session.cast.order(), inMs, true);
  await view.expectAppointment(session, session.cast.order(), 'booked');
});

/** SIU^S13. */
When('the radiology department moves the appointment by {duration}', async function (byMs: number) {
  const session = sessionOf(this);
  await radiology.postpone(session, session.cast.order(), byMs);
});

/** SIU^S15; the order stays and can be scheduled again. */
When('the radiology department cancels the appointment because {string}', async function (reason: string) {
  const session = sessionOf(this);
  await radiology.cancelAppointment(session, session.cast.order(), reason);
});

/** OC with the reason; SIU^S26 where there is an appointment. */
When('the patient does not come to the examination', async function () {
  const session = sessionOf(this);
  await radiology.noShow(session, session.cast.order());
});

/** OC with the reason; SIU^S15 where there is an appointment. */
When('the radiology department cancels the order because {string}', async function (reason: string) {
  const session = sessionOf(this);
  await radiology.cancelExamination(session, session.cast.order(), reason);
});

/** XO from the filler; the EHR answers XR or UX. */
When('the radiology department examines {string} instead because {string}', async function (name: string, why: string) {
  const session = sessionOf(this);
  await radiology.examineInstead(session, session.cast.order(), name, why);
});

/** SC with ORC-5 IP. */
When('the radiology department receives the patient', async function () {
  const session = sessionOf(this);
  await radiology.receivePatient(session, session.cast.order());
});

/** SC with ORC-5 CM and no OBR-25: done, not yet reported. */
When('the radiology department completes the examination', async function () {
  const session = sessionOf(this);
  await radiology.complete(session, session.cast.order());
});

/** The same with DFT^P03. */
When('the radiology department completes the examination and charges for it', async function () {
  const session = sessionOf(this);
  await radiology.complete(session, session.cast.order(), true);
});

/** The engine has taken the charge, and its answer gets lost with the connection. */
Given('the acknowledgment of the next charge gets lost', async function () {
  await suffer(sessionOf(this), 'ris', 'reset-before-ack:type=DFT^P03');
});

/** OBR-18 (IPC-1 where there is one) of every message about the order that has reached the EHR. */
Then('the EHR knows the accession number of the order', function () {
  const session = sessionOf(this);
  expectAccession(session, session.cast.order());
});

/** The same, and the study (ZDS-1, IPC-3) in each message that has a place for it. */
Then('every message about the order names its accession number and its study', function () {
  const session = sessionOf(this);
  expectAccessionAndStudy(session, session.cast.order());
});

/** The first row names fields, each further row is one message (SC): all of them, in this order. */
Then('the EHR is told of these steps, one after the other', async function (table: DataTable) {
  const session = sessionOf(this);
  await view.expectSteps(session, session.cast.order(), table.raw());
});

/** ORC-5 CM, whether or not there is a report. */
Then('the EHR shows that the examination was done', async function () {
  const session = sessionOf(this);
  await view.expectDone(session, session.cast.order());
});

/** After a change of the examination (XO). */
Then('the order is now for {string}', async function (name: string) {
  const session = sessionOf(this);
  await view.expectExamination(session, session.cast.order(), name);
});

/** At the time that the radiology department keeps. */
Then('the EHR shows the appointment as {appointment standing}', async function (standing: AppointmentStanding) {
  const session = sessionOf(this);
  await view.expectAppointment(session, session.cast.order(), standing);
});

/** Posted once (DFT^P03) and filed once. To be asked behind something later from the radiology department. */
Then('the examination has been charged exactly once', async function () {
  const session = sessionOf(this);
  await view.expectCharges(session, session.cast.order(), 1);
});

/** To be asked behind something later from the radiology department. */
Then('the examination has not been charged', async function () {
  const session = sessionOf(this);
  await view.expectCharges(session, session.cast.order(), 0);
});
