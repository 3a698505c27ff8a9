import { Given } from '@cucumber/cucumber';
import { introduceNamesake } from '../src/session/identity.js';
import { sessionOf } from '../src/session/open-session.js';
import { introduce, introduceTwice } from '../src/session/people.js';
import type { Sex } from '../src/session/words.js';

/** An adult with a record number of our own authority, so that synthetic people can be told from real ones. */
Given('a synthetic adult patient with an assigned record number', function () {
  introduce(sessionOf(this));
});

/** Age in whole years on the first day of the scenario. */
Given('a synthetic {sex} patient of {int} year(s)', function (sex: Sex, age: number) {
  introduce(sessionOf(this), 'patient', { sex, ageMin: age, ageMax: age });
});

/** Somebody else, whom no system knows until the EHR adds or admits them. */
Given('another patient, the {string}', function (name: string) {
  introduce(sessionOf(this), name);
});

/** Somebody whose name, birth date or sex interfaces tend to damage: `ampersand`, `one letter`, `Japanese, not ASCII` ... */
Given('a synthetic patient of the hard case {string}', function (hardCase: string) {
  introduce(sessionOf(this), 'patient', { hardCase });
});

/** The same person, registered once more by mistake; the scenario calls it by the name that it gives. */
Given('a {string} of the same person', function (name: string) {
  const session = sessionOf(this);
  introduceTwice(session, name, session.cast.guest());
});

/** Two authorities may give the same number: only together do they name a person (CX.1 with CX.4). */
Given('a {string} with the same number at another hospital, whom only the EHR knows', async function (name: string) {
  await introduceNamesake(sessionOf(this), name);
});

/** MSH-18 of everything that the simulators send in this scenario. */
Given('the systems write in the character set {string}', function (charset: string) {
  const { scene } = sessionOf(this);
  scene.dialect = { ...scene.dialect, charset };
});

/** MSH-12 of everything that the simulators send in this scenario. */
Given('the systems speak version {hl7 version}', function (version) {
  const { scene } = sessionOf(this);
  scene.dialect = { ...scene.dialect, version };
});
