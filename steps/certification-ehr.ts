import { Given, Then, When } from '@cucumber/cucumber';
import * as ehr from '../src/session/certification-ehr.js';
import * as orders from '../src/session/certification-ehr-orders.js';
import { sessionOf } from '../src/session/open-session.js';
import type { Role } from '../src/session/words.js';

/**
 * A01 of somebody who is new in this run; who it is, the EHR decides. Whoever operates it is asked to admit somebody;
 * pending where nobody is there.
 */
Given('the EHR under test admits a patient', function () {
  return ehr.awaitAdmission(sessionOf(this));
});

/** ORM^O01 or OML^O21 NW, which becomes "the order". */
When('the EHR under test orders a laboratory test', function () {
  return orders.awaitOrder(sessionOf(this), 'laboratory');
});

/** ORM^O01, OMG^O19 or OMI^O23 NW, which becomes "the order". */
When('the EHR under test orders an examination', function () {
  return orders.awaitOrder(sessionOf(this), 'imaging');
});

/** OMP^O09 (or ORM^O01, RDE^O11) NW, which becomes "the order". */
When('the EHR under test prescribes a medicine', function () {
  return orders.awaitOrder(sessionOf(this), 'medication');
});

/** RAS^O17 of the prescription. */
When('the EHR under test records a dose', function () {
  return orders.awaitDose(sessionOf(this));
});

/** A02. */
When('the EHR under test transfers the patient', function () {
  return ehr.awaitMove(sessionOf(this), 'transfer');
});

/** A03. */
When('the EHR under test discharges the patient', function () {
  return ehr.awaitMove(sessionOf(this), 'discharge');
});

/** OBR-25 C and OBX-11 C: another number in the place of the first. */
When('the laboratory corrects the first number of the result', async function () {
  await orders.correctFirst(sessionOf(this));
});

/** A01 of the patient of this scenario. */
Then('the admission reaches the {system}', async function (at: Role) {
  await ehr.expectAdmissionAt(sessionOf(this), at);
});

/** PV1-19 of the message that was awaited last. */
Then('the visit is that of the admission', function () {
  ehr.expectSameVisit(sessionOf(this));
});

/** PV1-6; PV1-3 is another one. */
Then('the patient comes from the bed of the admission', function () {
  ehr.expectFromAdmissionBed(sessionOf(this));
});

/** ORC-2, and OBR-2 where there is one. */
Then('each order of the message has one placer number', function () {
  orders.expectPlacerNumbers(sessionOf(this));
});
