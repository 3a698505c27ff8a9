import { Given, Then, When } from '@cucumber/cucumber';
import { sessionOf } from '../src/session/open-session.js';
import { expectNoHandshake, expectNoPatientInLog, expectRefusal, playSecured } from '../src/session/secured-links.js';
import type { Role } from '../src/session/words.js';

/** TLS with certificates on both sides, on every link; to be said before anything is sent. */
Given('every link is secured by TLS', async function () {
  await playSecured(sessionOf(this));
});

/** The connection ends and nothing is acknowledged. */
Then('the system under test refuses the connection', async function () {
  const session = sessionOf(this);
  await expectRefusal(session, session.lastSent);
});

/** It tries to connect, looks at what it is shown, and gives up. */
Then('the system under test refuses to deliver to the {system}', async function (role: Role) {
  await expectNoHandshake(sessionOf(this), role);
});

/** After it was bad. */
When("the {system}'s TLS is right again", function (role: Role) {
  sessionOf(this).player(role).faults.clear();
});

/** Number, name, address and telephone of the scenario's patients, as they were sent. */
Then('the log of the system under test holds no value of a patient', async function () {
  await expectNoPatientInLog(sessionOf(this));
});
