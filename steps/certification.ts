import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { expectHeard, expectHeardAbout } from '../src/session/certification.js';
import { expectDoseAccepted, expectDoseRefused } from '../src/session/certification-doses.js';
import { sutDoes } from '../src/session/certification-filler.js';
import * as orders from '../src/session/certification-orders.js';
import { expectAgreeingFlags, expectWellFormedValues } from '../src/session/certification-values.js';
import { sessionOf } from '../src/session/open-session.js';

/** A stay of which no other system hears. */
Given('the EHR has admitted the patient without telling anybody', async function () {
  await orders.admitSilently(sessionOf(this));
});

/** SC with ORC-5 IP, or ORU with OBR-25 I. Whoever operates the laboratory is asked to do it; pending where nobody is there. */
When('the laboratory under test receives the specimen', function () {
  const session = sessionOf(this);
  return sutDoes(session, 'receive-specimen', session.cast.order());
});

/** ORU^R01 with OBR-25 P. */
When('the laboratory under test reports a preliminary result', function () {
  const session = sessionOf(this);
  return sutDoes(session, 'report-preliminary', session.cast.order());
});

/** ORU^R01 with OBR-25 F. */
When('the laboratory under test reports a final result', function () {
  const session = sessionOf(this);
  return sutDoes(session, 'report-final', session.cast.order());
});

/** The same for one of several orders. */
When('the laboratory under test reports a final result for {string}', function (name: string) {
  const session = sessionOf(this);
  return sutDoes(session, 'report-final', session.cast.order(name));
});

/** SC with ORC-5 SC. Whoever operates the radiology department is asked to do it; pending where nobody is there. */
When('the radiology department under test schedules the examination', function () {
  const session = sessionOf(this);
  return sutDoes(session, 'schedule', session.cast.order());
});

/** SC with ORC-5 IP. */
When('the radiology department under test begins the examination', function () {
  const session = sessionOf(this);
  return sutDoes(session, 'begin-examination', session.cast.order());
});

/** SC with ORC-5 CM, not yet reported. */
When('the radiology department under test completes the examination', function () {
  const session = sessionOf(this);
  return sutDoes(session, 'complete-examination', session.cast.order());
});

/** ORU^R01 with OBR-25 P. */
When('the radiology department under test dictates a preliminary report', function () {
  const session = sessionOf(this);
  return sutDoes(session, 'dictate-report', session.cast.order());
});

/** ORU^R01 with OBR-25 F. */
When('the radiology department under test signs the report', function () {
  const session = sessionOf(this);
  return sutDoes(session, 'sign-report', session.cast.order());
});

/** The same for one of several orders. */
When('the radiology department under test signs the report of {string}', function (name: string) {
  const session = sessionOf(this);
  return sutDoes(session, 'sign-report', session.cast.order(name));
});

/** RDE^O11. Whoever operates the pharmacy is asked to do it; pending where nobody is there. */
When('the pharmacy under test verifies the prescription', function () {
  const session = sessionOf(this);
  return sutDoes(session, 'verify', session.cast.order());
});

/** RDS^O13. */
When('the pharmacy under test dispenses the medicine', function () {
  const session = sessionOf(this);
  return sutDoes(session, 'dispense', session.cast.order());
});

/** The message that the step before has waited for, and no other. A table of field paths and texts. */
Then('the message from the system under test has', function (table: DataTable) {
  expectHeard(sessionOf(this), table.raw());
});

/** PID-3 with its authority, in that very message. */
Then('the message from the system under test is about the {string}', function (who: string) {
  expectHeardAbout(sessionOf(this), who);
});

/** OBX-5 in the form of OBX-2; OBX-11 and OBR-25 agree. */
Then('each value has the form of its type and a status that fits the report', function () {
  const session = sessionOf(this);
  expectWellFormedValues(session, session.cast.order());
});

/** OBX-6, OBX-7, and OBX-8 on that side of the range on which OBX-5 lies. */
Then('each number has a unit, a range and a flag that agrees with it', function () {
  const session = sessionOf(this);
  expectAgreeingFlags(session, session.cast.order());
});

/** A negative acknowledgment with an error, UA with a reason, or OK with a filler number: anything but silence. */
Then('the order is refused with a reason, or accepted under a filler number', async function () {
  const session = sessionOf(this);
  await orders.expectDecision(session, session.cast.order(), session.lastSent);
});

/** One final report, or one supply, however often the order was sent. To be asked behind something later. */
Then('the order {string} is carried out once, under one filler number', function (name: string) {
  const session = sessionOf(this);
  orders.expectOnce(session, session.cast.order(name));
});

/** CR and nothing reported after it, or UC and a report. To be asked behind the report of a later order. */
Then('the order {string} is either cancelled or reported, not both', async function (name: string) {
  const session = sessionOf(this);
  await orders.expectCancelledOrDone(session, session.cast.order(name));
});

/** AA, and no UA for the dose itself (RRA). */
Then('the dose is accepted', async function () {
  const session = sessionOf(this);
  await expectDoseAccepted(session, session.lastSent);
});

/** A negative acknowledgment with an error, or UA with a reason (RRA). */
Then('the dose is refused with a reason', async function () {
  const session = sessionOf(this);
  await expectDoseRefused(session, session.lastSent);
});
