import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { suffer } from '../src/session/link-trouble.js';
import { sessionOf } from '../src/session/open-session.js';
import * as pharmacy from '../src/session/pharmacy.js';
import { expectEncodedAsOrdered } from '../src/session/pharmacy-encoding.js';
import * as progress from '../src/session/pharmacy-progress.js';
import { expectAtPharmacy, expectPrescription, expectPrescriptionReason } from '../src/session/pharmacy-state.js';
import { expectPrescriptionNumbers, expectSupplies } from '../src/session/pharmacy-view.js';
import type { Decision, DoseAmount, PrescriptionProgress, PrescriptionState } from '../src/session/pharmacy-words.js';
import { taperSteps } from '../src/session/pharmacy-words.js';
import type { Asking } from '../src/session/words.js';

/** A08 with AL1 that has been accepted: a drug, its class, or a food. */
Given('the EHR has recorded an allergy to {string}', async function (name: string) {
  await progress.recordAllergy(sessionOf(this), name);
});

/** OMP^O09 NW: route (RXR-1) and frequency (TQ1-3) as said, the dose as the catalogue of medicines has it. */
When(
  'the EHR prescribes {string} {route} {frequency}',
  async function (name: string, route: string, repeatPattern: string) {
    await pharmacy.prescribe(sessionOf(this), name, { route, repeatPattern });
  },
);

/** The same with another dose than the usual one. */
When(
  'the EHR prescribes {dose} of {string} {route} {frequency}',
  async function ({ amount, unit }: DoseAmount, name: string, route: string, repeatPattern: string) {
    await pharmacy.prescribe(sessionOf(this), name, { route, repeatPattern, amountMin: amount, unit });
  },
);

/** Columns dose, frequency, days: a TQ1 for each row, one after the other (TQ1-12 S). */
When('the EHR prescribes {string} {route} as a taper', async function (name: string, route: string, table: DataTable) {
  await progress.prescribeTaper(sessionOf(this), name, route, taperSteps(table.hashes()));
});

/** A continuous infusion with its rate (RXO-21) and what is added to it (RXC). */
When(
  'the EHR prescribes {string} into a vein at {dose} with {dose} of {string} in it',
  async function (name: string, rate: DoseAmount, dose: DoseAmount, additive: string) {
    await progress.prescribeInfusion(sessionOf(this), name, rate, { name: additive, ...dose });
  },
);

/** The pharmacy has taken it, and the EHR has heard so; no pharmacist has checked it. */
Given(
  'the EHR has prescribed {string} {route} {frequency}',
  async function (name: string, route: string, repeatPattern: string) {
    await progress.prescribed(sessionOf(this), name, { route, repeatPattern });
  },
);

/** The same, checked by a pharmacist and encoded (RDE^O11): doses may be given. */
Given(
  'an active order {string} {route} {frequency}',
  async function (name: string, route: string, repeatPattern: string) {
    await progress.active(sessionOf(this), name, { route, repeatPattern });
  },
);

/** So far and no further, each stage before it included. The EHR knows it. */
Given('the pharmacy has {prescription progress}', async function (stage: PrescriptionProgress) {
  const session = sessionOf(this);
  await progress.prepare(session, session.cast.order(), stage);
});

/** RDE^O11. */
When('the pharmacy verifies the prescription', async function () {
  const session = sessionOf(this);
  await pharmacy.verify(session, session.cast.order());
});

/** RDS^O13 under the next sub-id (RXD-1). */
When('the pharmacy dispenses the medicine', async function () {
  const session = sessionOf(this);
  await pharmacy.dispense(session, session.cast.order());
});

/** RDE^O11 with OH, OD or OC: nobody has asked. */
When(
  'the pharmacy {pharmacy decision} the prescription because of {string}',
  async function (kind: Decision, why: string) {
    const session = sessionOf(this);
    await pharmacy.decide(session, session.cast.order(), kind, why);
  },
);

/** OMP^O09 with CA, DC, HD or RL; the pharmacy answers. */
When('the EHR {request} the prescription', async function (asking: Asking) {
  const session = sessionOf(this);
  await pharmacy.askAboutPrescription(session, asking, session.cast.order());
});

/** The same, granted by the pharmacy, and the EHR shows it. */
Given('the prescription has been {prescription state}', async function (state: PrescriptionState) {
  const session = sessionOf(this);
  await progress.bring(session, session.cast.order(), state);
});

/** Message time passes: so long ago lies what came before. */
Given('the prescription has been active for {duration}', function (ms: number) {
  sessionOf(this).pass(ms);
});

/** OMP^O09 XO: what was verified has to be verified again. */
When('the EHR changes the dose of the prescription to {dose}', async function (dose: DoseAmount) {
  const session = sessionOf(this);
  await pharmacy.changeDose(session, session.cast.order(), dose);
});

/** OMP^O09 RP with RO: the new prescription becomes "the prescription". */
When(
  'the EHR replaces the prescription by {string} {route} {frequency}',
  async function (name: string, route: string, repeatPattern: string) {
    const session = sessionOf(this);
    await pharmacy.replacePrescription(session, session.cast.order(), name, { route, repeatPattern });
  },
);

/** The system under test has taken the supply (RDS), and its answer gets lost with the connection. */
Given('the acknowledgment of the next supply gets lost', async function () {
  await suffer(sessionOf(this), 'pharmacy', 'reset-before-ack:type=RDS^O13');
});

/** RXE, RXR, RXC and TQ1 of the latest RDE^O11 against RXO, RXR, RXC and TQ1 of the order. */
Then('the encoded order has the medicine, dose, route and timing that were ordered', async function () {
  const session = sessionOf(this);
  await expectEncodedAsOrdered(session, session.cast.order());
});

/** What the EHR knows, after all that the pharmacy has told. */
Then('the prescription is shown as {prescription state}', async function (state: PrescriptionState) {
  const session = sessionOf(this);
  await expectPrescription(session, session.cast.order(), state);
});

/** The same for one of several prescriptions. */
Then(
  'the prescription {string} is shown as {prescription state}',
  async function (name: string, state: PrescriptionState) {
    const session = sessionOf(this);
    await expectPrescription(session, session.cast.order(name), state);
  },
);

/** What the pharmacy has made of it. */
Then('the pharmacy knows the prescription as {prescription state}', async function (state: PrescriptionState) {
  const session = sessionOf(this);
  await expectAtPharmacy(session, session.cast.order(), state);
});

/** Why the pharmacy has refused, held or stopped it; the words are its own, but they name this. */
Then('the reason shown for the prescription names {string}', async function (named: string) {
  const session = sessionOf(this);
  await expectPrescriptionReason(session, session.cast.order(), named);
});

/** ORC-2 and ORC-3 in every message about the prescription that the EHR and the pharmacy have received. */
Then('the placer and filler numbers are those of the prescription', function () {
  const session = sessionOf(this);
  expectPrescriptionNumbers(session, session.cast.order());
});

/** Each told once (RDS^O13) and counted once (RXD-1). */
Then('the EHR shows {int} supply/supplies of the medicine', async function (count: number) {
  const session = sessionOf(this);
  await expectSupplies(session, session.cast.order(), count);
});
